import type { Response } from 'express';
import { show } from '../../frame/show.ts';
import { memberOf, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { queryOf, type Settings, settingFields } from '../../office/rehearsal/settings.ts';
import { settingsOf } from '../../office/rehearsal/to-situation.ts';
import { may } from '../../office/staff/role.ts';
import { describeCall } from './call-view.ts';
import { type OpenRehearsal, openRehearsal, type RehearsalPageParts } from './open-rehearsal.ts';
import { describeSettings } from './settings-view.ts';
import { describeGaps, rehearsalView } from './view.ts';

/** The form that keeps a call as a test, as it was sent and refused. */
interface KeepRefused {
  readonly status: number;
  readonly title: string;
  readonly titleError: string | undefined;
}

/** Answers with the page of the rehearsal phone. It shows the call that the fields describe. */
export async function showRehearsal(
  parts: RehearsalPageParts,
  response: Response,
  fields: URLSearchParams,
  refused?: KeepRefused,
): Promise<void> {
  const visit = visitOf(response);
  const { t } = visit;
  const open = await openRehearsal(parts, fields);
  const { read, drafted, edition, problems } = open;
  const { settings, path } = read;
  const query = queryOf(fixedSettings(open), path);
  const { req: request } = response;
  const origin = parts.publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
  const call = describeCall(visit, open, query);
  const mayKeep = may(memberOf(response).member.role, 'edit') && settings.on === 'draft';
  // If the form that keeps the call is not on the page, its error has no field, so it is shown at the top.
  const errorAlone = !(call && mayKeep) && refused?.titleError;
  show(response, rehearsalView, {
    status: refused?.status ?? 200,
    title: t('rehearsal.title'),
    errors: [
      ...[...read.wrong, ...problems].map((name) => t(`rehearsal.wrong.${name}`)),
      ...(errorAlone ? [errorAlone] : []),
    ],
    gaps:
      settings.on === 'draft' && (open.call?.isBroken || !edition)
        ? describeGaps(t, namesIn(visit, drafted.now), drafted)
        : null,
    settings: describeSettings(visit, open, parts.shelf),
    call: call && {
      call,
      link: `${origin}/console/rehearsal?${query}`,
      settingFields: settingFields(settings),
      keep: mayKeep ? { title: refused?.title ?? '', error: refused?.titleError } : null,
    },
  });
}

/** Settings that repeat the same call at any later time. They contain the current time and the current notice. */
const fixedSettings = ({ read: { settings }, situation }: OpenRehearsal): Settings => ({
  ...settingsOf(situation),
  on: settings.on,
  outcome: settings.outcome,
  approved: settings.disaster === 'current' ? 'real' : settings.approved,
});

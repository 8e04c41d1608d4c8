import type { Response } from 'express';
import { keys } from '../../call/input.ts';
import { languageOf } from '../../office/rehearsal/call-clock.ts';
import { mapOf } from '../../office/rehearsal/call-map.ts';
import { encodePath, signOf } from '../../office/rehearsal/path-code.ts';
import { pathOf } from '../../office/rehearsal/rehearse.ts';
import { queryOf, type Settings, settingFields } from '../../office/rehearsal/settings.ts';
import { settingsOf } from '../../office/rehearsal/settings-of.ts';
import { may } from '../../office/staff/role.ts';
import { show } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';
import { type OpenRehearsal, openRehearsal, type RehearsalPageParts } from './open-rehearsal.ts';
import { showInput } from './rehearsal-words.ts';
import { showCallMap } from './show-call-map.ts';
import { showGaps } from './show-gaps.ts';
import { showClock } from './show-rehearsal-clock.ts';
import { showSettings } from './show-rehearsal-settings.ts';
import { showTurn } from './show-rehearsed-turn.ts';

/** What may be told about a form of this page that did not work. */
export interface RehearsalTold {
  readonly status?: number;
  /** The title that was typed for a test, and what is wrong with it. */
  readonly title?: string;
  readonly titleError?: string;
}

/** Answers with the telephone, and the call that the fields describe. */
export async function showRehearsal(
  parts: RehearsalPageParts,
  response: Response,
  fields: URLSearchParams,
  { status = 200, title = '', titleError }: RehearsalTold = {},
): Promise<void> {
  const visit = visitOf(response);
  const { t } = visit;
  const open = await openRehearsal(parts, fields);
  const { read, drafted, edition, problems, call, clock } = open;
  const { settings, path } = read;
  const query = queryOf(fixedSettings(open), path);
  const { req: request } = response;
  const origin = parts.publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
  show(response, 'rehearsal', {
    status,
    title: t('rehearsal.title'),
    wrong: [...read.wrong, ...problems].map((name) => t(`rehearsal.wrong.${name}`)),
    settings: showSettings(visit, open, parts.shelf),
    isLive: settings.on === 'live',
    gaps: settings.on === 'draft' && (call?.isBroken || !edition) ? showGaps(t, drafted) : null,
    call: call && clock && showCall(visit, open, query),
    path: encodePath(path ?? []),
    link: `${origin}/console/rehearsal?${query}`,
    hidden: settingFields(settings),
    savedTitle: title,
    titleError,
    mayEdit: may(memberOf(response).member.role, 'edit'),
  });
}

/** The same call at every later time: what is now is written out. */
const fixedSettings = ({ read: { settings }, situation }: OpenRehearsal): Settings => ({
  ...settingsOf(situation),
  on: settings.on,
  outcome: settings.outcome,
  approved: settings.disaster === 'current' ? 'real' : settings.approved,
});

type Visiting = ReturnType<typeof visitOf>;

function showCall(visit: Visiting, { read, call, clock, sounds, edition }: OpenRehearsal, query: string) {
  const { t } = visit;
  const turns = call?.turns ?? [];
  const last = turns.at(-1);
  if (!last || !clock || !edition) return null;
  const path = encodePath(read.path ?? []);
  const language = languageOf(turns);
  const next = (sign: string, text: string) => ({ path: `${path}${sign}`, text, sign });
  const silence = { kind: 'silence' } as const;
  const outcomes = (['answered', 'busy', 'no-answer', 'failed'] as const).map((outcome) => {
    const input = { kind: 'dial-ended', outcome } as const;
    return next(signOf(input), showInput(t, input));
  });
  return {
    isOver: last.ending.do === 'hang-up',
    isDialling: last.ending.do === 'dial',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'].flatMap((shown) => {
      const key = keys.find((each) => each === shown);
      return key ? [next(signOf({ kind: 'key', key }), key)] : [];
    }),
    silence: next(signOf(silence), showInput(t, silence)),
    outcomes,
    back: path === '' ? null : path.slice(0, -1),
    whole: pathOf(turns),
    language,
    languageName: edition.file.languages.find(({ tag }) => tag === language)?.name ?? null,
    turns: turns.map((turn, index) => {
      const sound = sounds[index] ?? { seconds: 0, sentences: [], isMeasured: false };
      return showTurn(visit, turn, { index, sound, at: clock.turns[index] ?? 0 });
    }),
    clock: showClock(t, clock),
    map: language === null ? null : showCallMap(t, mapOf(edition.line, language), turns, edition.line.topics),
    report: `/console/rehearsal/problems/new?${query}`,
  };
}

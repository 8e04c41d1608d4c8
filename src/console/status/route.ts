import { Router } from 'express';
import { formatMoment } from '../../frame/format-moment.ts';
import { oneOf, readForm } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { goTo, show, showPart } from '../../frame/show.ts';
import { actorIn, memberOf, visitOf } from '../../frame/visit.ts';
import { may } from '../../office/staff/role.ts';
import { isMendable } from '../../operation/mendable.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { statusJobView, statusView } from './view.ts';

/** `/console/status`: whether the line works with Twilio and the network, and the counts of calls and errors. */
export function createStatusPage({
  lineStatus,
  isTwilioSet,
  deploysFallback,
  callCounts,
  shelf,
  report,
}: Pick<
  ConsoleParts,
  'lineStatus' | 'isTwilioSet' | 'deploysFallback' | 'callCounts' | 'shelf' | 'report'
>): ConsolePage {
  const router = Router();
  router.get('/', async (_request, response) => {
    const { t, language } = visitOf(response);
    const headings = {
      check: t('status.check'),
      probe: t('status.probe-heading'),
      fallback: t('status.fallback'),
      setup: t('status.setup'),
    };
    const seen = (['check', 'setup', 'fallback', 'probe'] as const).flatMap((what) => {
      const last = lineStatus?.last(what);
      return last ? [{ ...last, heading: headings[what], at: formatMoment(language, last.at) }] : [];
    });
    const counted = await callCounts();
    show(response, statusView, {
      title: t('status.title'),
      isConnected: isTwilioSet,
      isBusy: lineStatus?.isBusy ?? false,
      mayAct: may(memberOf(response).member.role, 'manage-accounts'),
      canMend: lineStatus?.last('check')?.checks.some((check) => isMendable(check, deploysFallback)) ?? false,
      seen,
      counted:
        counted && Object.keys(counted.counts).length > 0
          ? {
              counts: counted.counts,
              since: formatMoment(language, counted.since),
              nameOf: (tag) => shelf.current.file.languages.find((each) => each.tag === tag)?.name ?? tag,
            }
          : null,
    });
  });
  router.post('/', requireMember('manage-accounts'), (request, response) => {
    const asked = readForm(request, visitOf(response).t, { do: oneOf(['check', 'probe', 'mend'], 'check') }).typed.do;
    // The work takes about a minute, and longer on a slow network. Meanwhile the page shows that it is in progress.
    const work = asked === 'mend' ? lineStatus?.mend(actorIn(response)) : lineStatus?.look(asked);
    work?.catch(report);
    goTo(response, '/status');
  });
  router.get('/progress', (_request, response) => {
    const isBusy = lineStatus?.isBusy ?? false;
    if (!isBusy) response.set('HX-Refresh', 'true');
    showPart(response, statusJobView, { isBusy });
  });
  return {
    path: '/status',
    navKey: 'status.nav',
    group: 'records',
    aboutKey: 'status.about',
    act: 'read',
    styles: ['status'],
    router,
  };
}

import { Router } from 'express';
import { readAuditNames } from '../audit-names.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { numberOf } from '../number-of.ts';
import { show } from '../show.ts';
import { showAct, showPerson } from '../show-act.ts';
import { showMoment } from '../show-moment.ts';
import { visitOf } from '../visit.ts';

/** Entries on one page. */
const perPage = 50;

/** `GET /console/audit?before=<number>`: what was done, the latest first. */
export function createAuditPage(parts: Pick<ConsoleParts, 'desk' | 'drafts' | 'editions'>): ConsolePage {
  const { desk } = parts;
  const router = Router();
  router.get('/', async (request, response) => {
    const { t, language } = visitOf(response);
    const before = numberOf(request.query.before);
    // One more than is shown tells whether there are earlier ones.
    const found = await desk.listAudit(before, perPage + 1);
    const entries = found.slice(0, perPage);
    const names = await readAuditNames(parts, { t, language });
    show(response, 'audit', {
      title: t('audit.title'),
      entries: entries.map((entry) => ({
        when: showMoment(language, entry.at),
        who: showPerson(t, entry.who),
        what: showAct(t, entry, names),
      })),
      isFirst: before === null,
      older: found.length > perPage ? entries.at(-1)?.number : null,
    });
  });
  return { path: '/audit', navKey: 'audit.nav', aboutKey: 'audit.about', act: 'read', router };
}

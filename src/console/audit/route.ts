import { Router } from 'express';
import { numberOf } from '../../frame/read-form.ts';
import { show } from '../../frame/show.ts';
import { visitOf } from '../../frame/visit.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { readAuditNames } from './audit-names.ts';
import { auditView } from './view.ts';

const entriesPerPage = 50;

/** `GET /console/audit?before=<number>`: what was done, the latest first. */
export function createAuditPage(parts: Pick<ConsoleParts, 'staff' | 'drafts' | 'editions'>): ConsolePage {
  const { staff } = parts;
  const router = Router();
  router.get('/', async (request, response) => {
    const visit = visitOf(response);
    const before = numberOf(request.query.before);
    // One entry more than the page shows is requested, to know whether there are earlier entries.
    const found = await staff.listAudit(before, entriesPerPage + 1);
    const entries = found.slice(0, entriesPerPage);
    show(response, auditView, {
      title: visit.t('audit.title'),
      entries,
      names: await readAuditNames(parts, visit),
      isFirst: before === null,
      older: found.length > entriesPerPage ? (entries.at(-1)?.number ?? null) : null,
    });
  });
  return { path: '/audit', navKey: 'audit.nav', group: 'records', aboutKey: 'audit.about', act: 'read', router };
}

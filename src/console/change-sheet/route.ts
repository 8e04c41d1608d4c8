import { type Request, type Response, Router } from 'express';
import { show, showMessage } from '../../frame/show.ts';
import { visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { contentOf } from '../../office/editions/edition-content.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { isFirstEditionPending } from '../first-edition.ts';
import { firstView } from '../publish/first-view.ts';
import { type ChangeSheet, gatherSheet, type SheetParts } from './gather-sheet.ts';
import { changeSheetView, describeSheet } from './view.ts';

/** Maximum number of publications that are searched: more than staff make in several years. */
const most = 500;

/**
 * `GET /console/change-sheet`: what publishing the draft would change. Staff print this page for those who decide about
 * the change.
 */
export function createChangeSheetRouter(parts: SheetParts & Pick<ConsoleParts, 'isLiveForgotten'>): Router {
  const { drafts, editions, engine } = parts;
  const router = Router();
  router.get('/', async (_request, response) => {
    if (await isFirstEditionPending(parts)) {
      return show(response, firstView, { title: visitOf(response).t('change-sheet.title') });
    }
    const [now, [live]] = await Promise.all([drafts.read(), editions.publications(1)]);
    const before = live ? await editions.find(live.edition) : null;
    const { draft } = await parts.approvals.read(now);
    const after = { ...contentOf(now.draft, engine), hashes: draft.hashes };
    await answer(
      parts,
      response,
      await gatherSheet(parts, { before, since: live?.at ?? 0, after, publication: null, record: null }),
    );
  });
  return router;
}

/** `GET /console/editions/<hash>/change-sheet`: what an edition changed when it went live for the first time. */
export async function showSheetOf(parts: SheetParts, request: Request, response: Response): Promise<void> {
  const { editions, approvals } = parts;
  const record = await editions.find(String(request.params.hash));
  if (!record) return showMessage(response, 404, 'editions.unknown', { back: '/console/editions' });
  const publications = await editions.publications(most);
  const index = publications.findLastIndex(({ edition }) => edition === record.hash);
  const publication = publications[index] ?? null;
  const earlier = index < 0 ? undefined : publications[index + 1];
  const before = earlier ? await editions.find(earlier.edition) : null;
  const after = { ...record, hashes: await approvals.hashesOf(record) };
  await answer(
    parts,
    response,
    await gatherSheet(parts, { before, since: earlier?.at ?? 0, after, publication, record }),
  );
}

async function answer({ drafts }: SheetParts, response: Response, sheet: ChangeSheet): Promise<void> {
  const visit = visitOf(response);
  const trail = sheet.record
    ? [
        { path: '/editions', text: visit.t('editions.title') },
        { path: `/editions/${sheet.record.hash}`, text: visit.t('editions.one', { number: sheet.record.number }) },
      ]
    : [{ path: '/publish', text: visit.t('publish.title') }];
  const title = visit.t('change-sheet.title');
  const lines = [sheet.after.line, ...(sheet.before ? [sheet.before.line] : [])];
  const names = namesIn(visit, await drafts.read(), lines);
  show(response, changeSheetView, { title, trail, sheet: await describeSheet(visit, names, sheet) });
}

import { type Request, type Response, Router } from 'express';
import { compareSheets } from '../../office/sheets/compare-sheets.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { fieldOf } from '../form.ts';
import { numberOf } from '../number-of.ts';
import { requireMember } from '../require-member.ts';
import { goTo, show, showMessage } from '../show.ts';
import { fileOf } from '../uploads.ts';
import { memberOf, visitOf } from '../visit.ts';
import { createSheetsKeeper, type SheetsKeeper } from './kept-sheets.ts';
import { sendSheets } from './send-sheets.ts';
import { showSheets } from './show-sheets.ts';

export type SheetsParts = Pick<ConsoleParts, 'drafts' | 'approvals' | 'engine' | 'random' | 'clock'>;

const back = '/console/sheets';

/**
 * `GET /console/sheets`: sheets for translators, to be downloaded and uploaded; `/export` sends them, `/compared/<token>` shows
 * what an uploaded file would change, and `POST` there takes it in.
 */
export function createSheetsPage(parts: SheetsParts): ConsolePage {
  const keeper = createSheetsKeeper(parts.random);
  const router = Router();
  router.get('/', (request, response) => showPage(parts, request, response));
  router.get('/export', async (request, response) => {
    if (!(await sendSheets(parts, request, response))) {
      await showPage(parts, request, response, { status: 400, exportProblem: 'sheets.no-language' });
    }
  });
  router.post('/', requireMember('edit'), async (request, response) => {
    const file = fileOf(request, 'file');
    if (!file) return showPage(parts, request, response, { status: 400, importProblem: 'sheets.no-file' });
    const compared = await compareSheets(parts.drafts, file.bytes);
    const token = keeper.keep(memberOf(response).member.id, { fileName: file.name, compared });
    goTo(response, `/sheets/compared/${token}`);
  });
  router.get('/compared/:token', requireMember('edit'), async (request, response) => {
    const kept = keeper.find(memberOf(response).member.id, String(request.params.token));
    if (!kept) return showMessage(response, 404, 'sheets.forgotten', { back });
    const address = `/console/sheets/compared/${String(request.params.token)}`;
    show(response, 'sheets-compared', { ...(await showSheets(visitOf(response), kept)), address });
  });
  router.post('/compared/:token', requireMember('edit'), (request, response) =>
    takeIn(parts, keeper, request, response),
  );
  return { path: '/sheets', navKey: 'sheets.nav', aboutKey: 'sheets.about', act: 'read', router };
}

interface PageState {
  readonly status?: number;
  readonly exportProblem?: string;
  readonly importProblem?: string;
}

async function showPage(
  { drafts }: SheetsParts,
  request: Request,
  response: Response,
  { status = 200, exportProblem, importProblem }: PageState = {},
): Promise<void> {
  const { t } = visitOf(response);
  const { languages, sourceLanguage } = (await drafts.read()).line.file;
  show(response, 'sheets', {
    status,
    title: t('sheets.title'),
    languages: languages.map(({ tag, name }) => ({ tag, name, isChosen: tag !== sourceLanguage })),
    sourceLanguage,
    mayEdit: may(memberOf(response).member.role, 'edit'),
    taken: numberOf(request.query.taken),
    exportProblem: exportProblem && t(exportProblem),
    importProblem: importProblem && t(importProblem),
  });
}

async function takeIn(
  { drafts }: SheetsParts,
  keeper: SheetsKeeper,
  request: Request,
  response: Response,
): Promise<void> {
  const { member } = memberOf(response);
  const kept = keeper.find(member.id, String(request.params.token));
  if (!kept) return showMessage(response, 404, 'sheets.forgotten', { back });
  const { changes, problems } = kept.compared;
  // A form of an older page, or one that somebody made: the button stands only where nothing is wrong.
  if (problems.length > 0 || fieldOf(request, 'agreed') !== '1') {
    return showMessage(response, 409, 'sheets.not-taken', { back });
  }
  const result = await drafts.importTexts(actorOf(member), changes);
  keeper.forget(member.id);
  switch (result.kind) {
    case 'saved':
      return goTo(response, `/sheets?taken=${result.texts.length}`);
    case 'unchanged':
      return goTo(response, '/sheets', 'sheets.done.unchanged');
    case 'moved':
      return showMessage(response, 409, 'sheets.moved', { back });
    case 'not-allowed':
      return showMessage(response, 403, 'frame.not-allowed');
  }
}

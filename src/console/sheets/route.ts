import { type Request, type Response, Router } from 'express';
import { formatPerson } from '../../frame/format-person.ts';
import { checkbox, numberOf, readForm } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { goTo, show, showMessage } from '../../frame/show.ts';
import { fileOf } from '../../frame/uploads.ts';
import { memberOf, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { compareSheets } from '../../office/sheets/compare-sheets.ts';
import { sheetLimits } from '../../office/sheets/limits.ts';
import { WorkbookRefusedError } from '../../office/sheets/write-workbook-in-thread.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { comparedView, describeCompared } from './compared-view.ts';
import { createSheetsKeeper, type SheetsKeeper } from './kept-sheets.ts';
import { sendSheets } from './send-sheets.ts';
import { type SheetsData, sheetsView } from './sheets-view.ts';

type SheetsParts = Pick<ConsoleParts, 'drafts' | 'approvals' | 'engine' | 'random'>;

const back = '/console/sheets';

/**
 * `/console/sheets`: staff download sheets for translators from `/export`, and upload the sheets that translators
 * return. `/compared/<token>` shows what an uploaded file would change, and imports the changes.
 */
export function createSheetsPage(parts: SheetsParts): ConsolePage {
  const keeper = createSheetsKeeper(parts.random);
  const router = Router();
  router.get('/', (request, response) => showSheets(parts, request, response, null));
  router.get('/export', async (request, response) => {
    try {
      const isSent = await sendSheets(parts, request, response);
      if (!isSent) await showSheets(parts, request, response, 'language');
    } catch (error) {
      if (!(error instanceof WorkbookRefusedError)) throw error;
      showMessage(response, 503, `sheets.${error.why}`, { back });
    }
  });
  router.post('/', requireMember('edit'), async (request, response) => {
    const file = fileOf(request, 'file');
    if (!file) return showSheets(parts, request, response, 'file');
    const compared = await compareSheets(parts.drafts, file.bytes, (person) => formatPerson(visitOf(response), person));
    const token = keeper.keep(memberOf(response).member.id, { fileName: file.name, compared });
    goTo(response, `/sheets/compared/${token}`);
  });
  router.get('/compared/:token', requireMember('edit'), async (request, response) => {
    const token = String(request.params.token);
    const kept = keeper.find(memberOf(response).member.id, token);
    if (!kept) return showMessage(response, 404, 'sheets.forgotten', { back });
    const visit = visitOf(response);
    const now = await parts.drafts.read();
    show(response, comparedView, {
      title: visit.t('sheets.compared-title'),
      trail: [{ path: '/sheets', text: visit.t('sheets.title') }],
      ...(await describeCompared(visit, namesIn(visit, now), now.line.file, kept, `${back}/compared/${token}`)),
    });
  });
  router.post('/compared/:token', requireMember('edit'), (request, response) =>
    takeIn(parts, keeper, request, response),
  );
  return {
    path: '/sheets',
    navKey: 'sheets.nav',
    group: 'words',
    aboutKey: 'sheets.about',
    act: 'read',
    styles: ['sheets'],
    takesFiles: { act: 'edit', bytes: sheetLimits.bytes },
    router,
  };
}

async function showSheets(
  { drafts }: SheetsParts,
  request: Request,
  response: Response,
  missing: SheetsData['missing'],
): Promise<void> {
  const now = await drafts.read();
  const { languages, sourceLanguage } = now.line.file;
  const names = namesIn(visitOf(response), now);
  show(response, sheetsView, {
    status: missing === null ? 200 : 400,
    title: visitOf(response).t('sheets.title'),
    languages: languages.map(({ tag, name }) => ({ tag, name, called: names.language(tag) })),
    sourceLanguage,
    mayEdit: may(memberOf(response).member.role, 'edit'),
    taken: numberOf(request.query.taken),
    missing,
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
  const { changes, names, problems } = kept.compared;
  const { agreed } = readForm(request, visitOf(response).t, { agreed: checkbox }).typed;
  // The page has a form only if the file has no problems, and this form always sends `agreed`. So this request did not
  // come from the page.
  if (problems.length > 0 || !agreed) return showMessage(response, 409, 'sheets.not-taken', { back });
  const result = await drafts.importTexts(actorOf(member), changes, names);
  keeper.forget(member.id);
  switch (result.kind) {
    case 'saved':
      return goTo(response, `/sheets?taken=${result.texts.length + result.names}`);
    case 'unchanged':
      return goTo(response, '/sheets', 'sheets.done.unchanged');
    case 'moved':
      return showMessage(response, 409, 'sheets.moved', { back });
    case 'not-allowed':
      return showMessage(response, 403, 'frame.not-allowed');
  }
}

import { type Request, type Response, Router } from 'express';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { keyChanges } from '../../office/drafts/menu-keys.ts';
import { languagesOff, placeLanguage } from '../../office/drafts/place-language.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { fieldOf } from '../form.ts';
import { requireMember } from '../require-member.ts';
import { showMessage } from '../show.ts';
import { visitOf } from '../visit.ts';
import { languageErrors, mostLanguages, tagError } from './languages-check.ts';
import { type LanguageEntry, newLanguage, readLanguage, toLanguage, typedLanguage } from './languages-form.ts';
import { historyLimit, languageOrder } from './languages-order.ts';
import { type LanguageStanding, showLanguageForm } from './languages-page.ts';
import { isAgreed } from './line-agreed.ts';
import { freshForm, saveForm, sentForm } from './line-form.ts';

type LanguageParts = Pick<ConsoleParts, 'drafts'>;

/** `/console/languages/new` and `/console/languages/<tag>`, which also switches a language on again. */
export function createLanguageRouter(parts: LanguageParts): Router {
  const { drafts } = parts;
  const router = Router();
  router.use(requireMember('edit'));
  router.get('/new', async (_request, response) => {
    const now = await drafts.read();
    if (now.line.file.languages.length >= mostLanguages) return showFull(response);
    showLanguageForm(response, now, newLanguage(now.line.file), freshForm(now), 'new');
  });
  router.post('/new', (request, response) =>
    changeLanguage(parts, request, response, fieldOf(request, 'tag').trim(), 'new'),
  );
  router.get('/:tag', async (request, response) => {
    const { now, kept, standing } = await findLanguage(parts, request.params.tag);
    if (!kept) return showMissing(response);
    if (standing === 'off' && now.line.file.languages.length >= mostLanguages) return showFull(response);
    const key = standing === 'on' ? kept.key : String(now.line.file.languages.length + 1);
    showLanguageForm(response, now, typedLanguage({ ...kept, key }), freshForm(now), standing);
  });
  router.post('/:tag', async (request, response) => {
    const { kept, standing } = await findLanguage(parts, request.params.tag);
    if (!kept) return showMissing(response);
    await changeLanguage(parts, request, response, kept.tag, standing);
  });
  return router;
}

const showFull = (response: Response) => showMessage(response, 422, 'languages.full', { back: '/console/languages' });
const showMissing = (response: Response) =>
  showMessage(response, 404, 'languages.missing', { back: '/console/languages' });

/** A language that is on the line, or was. */
async function findLanguage(
  { drafts }: LanguageParts,
  tag: string,
): Promise<{ readonly now: DraftNow; readonly kept: LanguageEntry | undefined; readonly standing: LanguageStanding }> {
  const now = await drafts.read();
  const on = now.line.file.languages.find((each) => each.tag === tag);
  if (on) return { now, kept: on, standing: 'on' };
  const off = languagesOff(now.line.file, await drafts.lineHistory(historyLimit));
  return { now, kept: off.find((each) => each.tag === tag), standing: 'off' };
}

async function changeLanguage(
  parts: LanguageParts,
  request: Request,
  response: Response,
  tag: string,
  standing: LanguageStanding,
): Promise<void> {
  const visit = visitOf(response);
  const { now, kept } = await findLanguage(parts, tag);
  const { file } = now.line;
  const typed = readLanguage(request, tag);
  const places = file.languages.length + (standing === 'on' ? 0 : 1);
  if (places > mostLanguages) return showFull(response);
  const taken = standing === 'new' ? tagError(tag, file, visit.t) : null;
  const errors = { ...languageErrors(typed, { file, places }, visit), ...(taken && { tag: taken }) };
  if (Object.keys(errors).length > 0) {
    return showLanguageForm(response, now, typed, sentForm(request, { status: 422, errors }), standing);
  }
  const languages = placeLanguage(file.languages, toLanguage(typed, kept));
  const changes = keyChanges(file.languages, languages, (each) => each.tag);
  if (!isAgreed(request, changes)) {
    const needed = { agreed: visit.t('line.keys.needed') };
    const form = sentForm(request, { status: 422, errors: needed, changes });
    return showLanguageForm(response, now, typed, form, standing);
  }
  const about = { name: tag, before: languageOrder(file.languages), after: languageOrder(languages) };
  const change = { file: { ...file, languages }, what: 'languages', about } as const;
  const notice = { on: 'languages.done.saved', off: 'languages.done.on', new: 'languages.done.added' }[standing];
  const form = await saveForm(parts, request, response, change, { path: '/languages', notice });
  if (!form) return;
  const newest = await parts.drafts.read();
  const then = keyChanges(
    newest.line.file.languages,
    placeLanguage(newest.line.file.languages, toLanguage(typed, kept)),
    (each) => each.tag,
  );
  showLanguageForm(response, newest, typed, { ...form, changes: then }, standing);
}

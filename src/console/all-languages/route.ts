import { type Request, type Response, Router } from 'express';
import type { LanguageTag } from '../../call/line.ts';
import { oneOf, readForm } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { type DoneKey, goTo, showMessage, showPart } from '../../frame/show.ts';
import { actorIn, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { blocksPublication } from '../../office/drafts/check-text.ts';
import { ledgerOf } from '../../office/drafts/ledger.ts';
import { nextToWrite } from '../../office/drafts/ledger-groups.ts';
import type { SaveTextsResult, TextOfMany } from '../../office/drafts/save-texts.ts';
import { tidySentences } from '../../office/drafts/tidy-sentences.ts';
import { checkTyped } from '../text/check.ts';
import { type OpenText, pathOfPrompt } from '../text/open-text.ts';
import type { TextParts } from '../text/page.ts';
import { putReadings, statusOfReadings } from '../text/readings.ts';
import { makeSound, soundView, speeds, statusOfSound } from '../text/sound.ts';
import { readTyped, type TypedLanguage, type TypedPrompt } from './form.ts';
import { languageCheckView } from './language-view.ts';
import { type OpenPrompt, openPrompt } from './open-prompt.ts';
import { openTyped, showPrompt } from './page.ts';
import { markTerms, termsOf } from './terms.ts';

/** A prompt in all languages: `/console/texts/all/<prompt>`. */
export function createAllLanguagesRouter(parts: TextParts): Router {
  const router = Router();
  const address = '/:prompt';

  router.get(address, async (request, response) => {
    const open = await openPrompt(parts, request, response);
    if (open) await showPrompt(parts, response, open);
  });

  router.post(address, requireMember('edit'), async (request, response) => {
    const open = await openPrompt(parts, request, response);
    if (!open) return;
    const { t } = visitOf(response);
    const typed = readTyped(request, t, open.texts);
    const isUnreadable =
      typed.reasonError !== null || [...typed.languages.values()].some(({ error }) => error !== null);
    if (isUnreadable) return showPrompt(parts, response, open, { status: 422, unsaved: { typed } });
    const { texts, isHeldBack } = textsToSave(open, typed);
    const { prompt } = open;
    const form = { prompt, sourceSeen: typed.sourceSeen, reason: typed.reason, texts };
    const result = await parts.drafts.saveTexts(actorIn(response), form);
    const { after } = readForm(request, t, { after: oneOf(['next', ''], '') }).typed;
    await answerSaved(parts, response, { open, typed, isHeldBack, goesOn: after === 'next' }, result);
  });

  router.post(`${address}/check/:language`, async (request, response) => {
    const found = await openOne(parts, request, response);
    if (!found) return;
    const visit = visitOf(response);
    const { text, typed } = found;
    const { language, source } = text;
    const words = typed.languages.get(language)?.text ?? '';
    const { sourceLanguage } = text.now.line.file;
    const check = checkTyped(text, parts.engine, words, visit);
    const terms = source && termsOf(source, tidySentences(words).sentences, { sourceLanguage, language });
    showPart(response, languageCheckView, { tag: language, check: terms ? markTerms(check, terms) : check, terms });
  });

  router.post(`${address}/listen/:language`, requireMember('edit'), async (request, response) => {
    const found = await openOne(parts, request, response);
    if (!found) return;
    const { t, isPart } = visitOf(response);
    const { open, text, typed } = found;
    const { listen } = readForm(request, t, { listen: oneOf(speeds, 'normal') }).typed;
    const words = typed.languages.get(text.language)?.text ?? '';
    const sound = await makeSound(parts, text, words, listen === 'slow', visitOf(response));
    const status = statusOfSound(sound);
    if (isPart) return showPart(response, soundView, { sound, isNew: true }, status);
    await showPrompt(parts, response, open, { unsaved: { typed, sound: { language: text.language, sound } } });
  });

  router.post(`${address}/readings`, requireMember('edit'), async (request, response) => {
    const open = await openPrompt(parts, request, response);
    if (!open) return;
    const typed = readTyped(request, visitOf(response).t, open.texts);
    const { sourceLanguage } = open.now.line.file;
    const source = typed.languages.get(sourceLanguage);
    if (!source) return showPrompt(parts, response, open, { unsaved: { typed } });
    const names = namesIn(visitOf(response), open.now);
    const readings = await putReadings(parts, open.now, names, [source.text]);
    const status = statusOfReadings(readings);
    if (readings.kind === 'untidy') {
      // The page shows the errors beside the field.
      const problems = new Map([[sourceLanguage, readings]]);
      return showPrompt(parts, response, open, { status, unsaved: { typed, problems } });
    }
    const [text = source.text] = readings.kind === 'put' ? readings.texts : [];
    const languages = new Map(typed.languages).set(sourceLanguage, { ...source, text });
    await showPrompt(parts, response, open, { status, unsaved: { typed: { ...typed, languages }, readings } });
  });
  return router;
}

/**
 * The typed words of a prompt, and its text in the language that the address names.
 * @returns null if there is no such text; an answer has been sent in that case
 */
async function openOne(
  parts: TextParts,
  request: Request,
  response: Response,
): Promise<{ readonly open: OpenPrompt; readonly typed: TypedPrompt; readonly text: OpenText } | null> {
  const open = await openPrompt(parts, request, response);
  if (!open) return null;
  const typed = readTyped(request, visitOf(response).t, open.texts);
  const text = openTyped(open, typed).texts.find(({ language }) => language === request.params.language);
  if (text) return { open, typed, text };
  showMessage(response, 404, 'text.missing', { back: '/console/texts' });
  return null;
}

/**
 * The texts to save. If the checks find an error in a text that was changed or newly marked as ready, the text is saved
 * as unfinished, because a text that cannot be published must not wait for approval.
 */
function textsToSave(
  open: OpenPrompt,
  typed: TypedPrompt,
): { readonly texts: readonly TextOfMany[]; readonly isHeldBack: boolean } {
  const { now } = openTyped(open, typed);
  const { prompt } = open;
  let isHeldBack = false;
  const toSave = ([language, form]: readonly [LanguageTag, TypedLanguage]): TextOfMany[] => {
    // After a conflict, the member has chosen to keep the other version, so this text is not saved.
    if (form.keep === 'theirs') return [];
    const { text, isReady, isStillRight } = form;
    const before = open.now.find(language, prompt);
    const isTouched = text !== (before?.sentences.join('\n') ?? '') || isReady !== (before?.isReady ?? true);
    const isBlocked =
      isReady && isTouched && blocksPublication(now, { language, prompt, sentences: tidySentences(text).sentences });
    isHeldBack ||= isBlocked;
    const basedOn = form.keep === 'mine' ? form.over : form.basedOn;
    return [{ language, text, isReady: isReady && !isBlocked, isStillRight, basedOn }];
  };
  const texts = [...typed.languages].flatMap(toSave);
  return { texts, isHeldBack };
}

interface Saved {
  readonly open: OpenPrompt;
  readonly typed: TypedPrompt;
  readonly isHeldBack: boolean;
  /** Whether the next prompt is to be opened after this one has been saved. */
  readonly goesOn: boolean;
}

async function answerSaved(
  parts: TextParts,
  response: Response,
  { open, typed, isHeldBack, goesOn }: Saved,
  result: SaveTextsResult,
): Promise<void> {
  switch (result.kind) {
    case 'refused': {
      const { problems } = result;
      const isConflict = [...problems.values()].some(({ kind }) => kind === 'conflict');
      return showPrompt(parts, response, open, { status: isConflict ? 409 : 422, unsaved: { typed, problems } });
    }
    case 'not-allowed':
      return showMessage(response, 403, 'frame.not-allowed');
    default: {
      const tidied = result.kind === 'saved' ? result.tidied : [];
      const heldBack = result.kind === 'unchanged' ? 'still-draft' : 'draft';
      const notice = `all-languages.done.${isHeldBack ? heldBack : result.kind}` as const satisfies DoneKey;
      if (!goesOn || isHeldBack || tidied.length > 0) {
        return goTo(response, `${open.path}${tidied.length > 0 ? `?tidied=${tidied.join(',')}` : ''}`, notice);
      }
      const { now, marks } = await parts.approvals.read();
      const next = nextToWrite(ledgerOf(now, marks), now.line.file, open.prompt);
      return next === null
        ? goTo(response, open.path, 'all-languages.done.written')
        : goTo(response, pathOfPrompt(next), notice);
    }
  }
}

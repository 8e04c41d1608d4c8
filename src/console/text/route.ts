import { type Response, Router } from 'express';
import { checkbox, integer, oneOf, readForm, textArea, textLine } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { type DoneKey, goTo, showMessage, showPart } from '../../frame/show.ts';
import { actorIn, memberOf, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { blocksPublication } from '../../office/drafts/check-text.ts';
import type { SaveTextResult } from '../../office/drafts/save-text.ts';
import { textState, unmarked } from '../../office/drafts/text-state.ts';
import { mostCharacters, tidySentences } from '../../office/drafts/tidy-sentences.ts';
import { may } from '../../office/staff/role.ts';
import { checkTyped, checkView } from './check.ts';
import { longestReason } from './form-view.ts';
import { createTextHistoryRouter } from './history-route.ts';
import { type OpenText, openText, seenFields } from './open-text.ts';
import { showText, type TextParts, type Typed } from './page.ts';
import { hasReadings, putReadings, statusOfReadings } from './readings.ts';
import { makeSound, soundView, speeds, statusOfSound } from './sound.ts';

/**
 * The field with the words of a text. It refuses only very long input. `tidySentences` refuses sentences that are too
 * long, and the page then asks to divide them.
 */
export const wordsField = textArea(mostCharacters);

/** The fields that every button of the text form sends. */
const textFields = { text: wordsField, ready: checkbox, ...seenFields } as const;

/** One text: `/console/texts/<language>/<prompt>`. */
export function createTextRouter(parts: TextParts): Router {
  const { drafts, engine } = parts;
  const router = Router();
  const address = '/:language/:prompt';

  router.get(address, async (request, response) => {
    const open = await openText(parts, request, response);
    if (open) await showText(parts, response, open);
  });

  router.post(address, requireMember('edit'), async (request, response) => {
    const open = await openText(parts, request, response);
    if (!open) return;
    const { language, prompt } = open;
    const { over, ready, ...seenText } = readForm(request, visitOf(response).t, { ...textFields, over: integer }).typed;
    const { text, sourceSeen } = seenText;
    // The field `over` comes from the button that saves the typed version over the version of another member of staff.
    const basedOn = over || seenText.basedOn;
    // A text that blocks publication must not wait for approval. So it stays a draft, even if it was marked as ready.
    const isHeldBack =
      ready && blocksPublication(open.now, { language, prompt, sentences: tidySentences(text).sentences });
    const form = { language, prompt, text, isReady: ready && !isHeldBack, sourceSeen, basedOn };
    const result = await drafts.saveText(actorIn(response), form);
    await answerSaved(parts, response, open, { ...seenText, isReady: ready, isHeldBack }, result);
  });

  router.post(`${address}/confirm`, requireMember('edit'), async (request, response) => {
    const open = await openText(parts, request, response);
    if (!open) return;
    const { language, prompt, path, text } = open;
    const { t } = visitOf(response);
    const { typed, errors } = readForm(request, t, { ...seenFields, reason: textLine(longestReason) });
    const { reason, ...seen } = typed;
    const refuse = (status: number, reasonError: string, shown = seen) => {
      const saved = { text: text?.sentences.join('\n') ?? '', isReady: text?.isReady ?? false };
      return showText(parts, response, open, { status, typed: { ...saved, ...shown, reason, reasonError } });
    };
    if (errors.reason !== undefined) return refuse(422, errors.reason);
    const actor = actorIn(response);
    const { kind } = await drafts.confirmText(actor, { language, prompt, ...seen }, reason);
    switch (kind) {
      case 'saved':
        return goTo(response, path, 'text.done.confirmed');
      case 'unchanged':
        return goTo(response, path, 'text.done.unchanged');
      case 'conflict':
        // The page now shows the newest text, so the same reason can be sent again for this text.
        return refuse(409, t('text.newer'), { basedOn: text?.revision ?? 0, sourceSeen: open.sourceNow });
      case 'no-reason':
        return refuse(422, t('text.still.no-reason'));
      case 'not-allowed':
        return showMessage(response, 403, 'frame.not-allowed');
      default:
        return showMessage(response, 404, 'text.missing', { back: '/console/texts' });
    }
  });

  router.post(`${address}/check`, async (request, response) => {
    const open = await openText(parts, request, response);
    if (!open) return;
    const visit = visitOf(response);
    const { typed } = readForm(request, visit.t, { text: wordsField });
    showPart(response, checkView, { tag: open.language, check: checkTyped(open, engine, typed.text, visit) });
  });

  router.post(`${address}/listen`, async (request, response) => {
    const open = await openText(parts, request, response);
    if (!open) return;
    const { t, isPart } = visitOf(response);
    const form = readForm(request, t, { ...textFields, speed: oneOf(speeds, 'normal') });
    const { speed, ready, ...typed } = form.typed;
    // Speech costs money, so only members of staff who may save words can have unsaved words spoken.
    const mayEdit = may(memberOf(response).member.role, 'edit');
    const text = mayEdit ? typed.text : (open.text?.sentences.join('\n') ?? '');
    const sound = await makeSound(parts, open, text, speed === 'slow', visitOf(response));
    const status = statusOfSound(sound);
    if (isPart) return showPart(response, soundView, { sound, isNew: true }, status);
    await showText(parts, response, open, { status, typed: { ...typed, text, isReady: ready, sound } });
  });

  router.post(`${address}/readings`, requireMember('edit'), async (request, response) => {
    const open = await openText(parts, request, response);
    if (!open) return;
    const { ready, ...typed } = readForm(request, visitOf(response).t, textFields).typed;
    if (open.source !== null || !hasReadings(open.language)) {
      return showMessage(response, 404, 'text.missing', { back: '/console/texts' });
    }
    const readings = await putReadings(parts, open.now, namesIn(visitOf(response), open.now), [typed.text]);
    const status = statusOfReadings(readings);
    const shown = { ...typed, isReady: ready };
    if (readings.kind === 'untidy')
      return showText(parts, response, open, { status, typed: { ...shown, isUntidy: true } });
    const [text = typed.text] = readings.kind === 'put' ? readings.texts : [];
    await showText(parts, response, open, { status, typed: { ...shown, text, readings } });
  });

  router.use(createTextHistoryRouter(parts));
  return router;
}

async function answerSaved(
  parts: TextParts,
  response: Response,
  open: OpenText,
  typed: Typed & { readonly isHeldBack: boolean },
  result: SaveTextResult,
): Promise<void> {
  const { path, source } = open;
  switch (result.kind) {
    case 'saved':
    case 'unchanged': {
      const tidied = result.tidied.length > 0 ? `?tidied=${result.tidied.join(',')}` : '';
      const isStale = result.text !== null && textState(result.text, { ...unmarked, source }) === 'stale';
      const plain = result.kind === 'unchanged' && isStale ? 'unchanged-stale' : result.kind;
      const heldBack = result.kind === 'saved' ? 'draft' : 'still-draft';
      const notice = `text.done.${typed.isHeldBack ? heldBack : plain}` as const satisfies DoneKey;
      return goTo(response, `${path}${tidied}`, notice);
    }
    case 'conflict':
      return showText(parts, response, open, { status: 409, typed: { ...typed, theirs: result.theirs } });
    case 'untidy':
      return showText(parts, response, open, { status: 422, typed: { ...typed, isUntidy: true } });
    case 'not-allowed':
      return showMessage(response, 403, 'frame.not-allowed');
    default:
      return showMessage(response, 404, 'text.missing', { back: '/console/texts' });
  }
}

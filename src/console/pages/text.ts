import { type Request, type Response, Router } from 'express';
import { blocksPublication } from '../../office/drafts/check-text.ts';
import type { SaveTextResult } from '../../office/drafts/save-text.ts';
import { textState, unmarked } from '../../office/drafts/text-state.ts';
import { tidySentences } from '../../office/drafts/tidy-sentences.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import { fieldOf } from '../form.ts';
import { numberOf } from '../number-of.ts';
import { requireMember } from '../require-member.ts';
import { goTo, showMessage, showPart } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';
import { type OpenText, openText } from './open-text.ts';
import { checkTyped } from './text-check.ts';
import { createTextHistoryRouter } from './text-history.ts';
import { showText, type TextParts, type Typed } from './text-page.ts';
import { makeSound } from './text-sound.ts';

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
    const typed = readTyped(request);
    // Whoever saw the other's text says with a button of its own that this one shall be in its place.
    const basedOn = numberOf(fieldOf(request, 'over')) ?? typed.basedOn;
    const { text, sourceSeen } = typed;
    // What cannot be published waits for nobody's approval: it is a draft, whatever was ticked.
    const isHeldBack =
      typed.isReady && blocksPublication(open.now, { language, prompt, sentences: tidySentences(text).sentences });
    const form = { language, prompt, text, isReady: typed.isReady && !isHeldBack, sourceSeen, basedOn };
    const result = await drafts.saveText(actorOf(memberOf(response).member), form);
    await answerSaved(parts, response, open, { ...typed, isHeldBack }, result);
  });

  router.post(`${address}/confirm`, requireMember('edit'), async (request, response) => {
    const open = await openText(parts, request, response);
    if (!open) return;
    const { language, prompt, path } = open;
    const { basedOn, sourceSeen } = readTyped(request);
    const chosen = { language, prompt, basedOn, sourceSeen };
    const { kind } = await drafts.confirmText(actorOf(memberOf(response).member), chosen, fieldOf(request, 'reason'));
    if (kind === 'saved') return goTo(response, path, 'text.done.confirmed');
    if (kind === 'unchanged') return goTo(response, path, 'text.done.unchanged');
    const isConflict = kind === 'conflict';
    const saved = open.text?.sentences.join('\n') ?? '';
    const reasonError = visitOf(response).t(isConflict ? 'text.meanwhile' : 'text.still.no-reason');
    const isReady = open.text?.isReady ?? false;
    // Somebody who was overtaken looks at the newest text, with the reason that was typed.
    const seen = isConflict
      ? { basedOn: open.text?.revision ?? 0, sourceSeen: open.sourceNow }
      : { basedOn, sourceSeen };
    const typed = { text: saved, isReady, ...seen, reason: fieldOf(request, 'reason'), reasonError };
    await showText(parts, response, open, { status: isConflict ? 409 : 422, typed });
  });

  router.post(`${address}/check`, async (request, response) => {
    const open = await openText(parts, request, response);
    if (!open) return;
    const check = checkTyped(open, engine, fieldOf(request, 'text'), visitOf(response));
    showPart(response, 'parts/text-check', { check, tag: open.language });
  });

  router.post(`${address}/listen`, async (request, response) => {
    const open = await openText(parts, request, response);
    if (!open) return;
    const typed = readTyped(request);
    // Speech costs money, so words that are not saved are spoken only for those who may save them.
    const mayEdit = may(memberOf(response).member.role, 'edit');
    const text = mayEdit ? typed.text : (open.text?.sentences.join('\n') ?? '');
    const sound = await makeSound(parts, open, text, fieldOf(request, 'speed') === 'slow');
    const status = 'why' in sound ? (sound.why === 'text.listen.failed' ? 503 : 422) : 200;
    if (visitOf(response).isPart) return showPart(response, 'parts/text-sound', { sound, isNew: true }, status);
    await showText(parts, response, open, { status, typed: { ...typed, text, sound } });
  });

  router.use(createTextHistoryRouter(parts));
  return router;
}

function readTyped(request: Request): Typed {
  return {
    // A browser ends lines as it likes.
    text: fieldOf(request, 'text').replaceAll(/\r\n?/g, '\n'),
    isReady: fieldOf(request, 'ready') === '1',
    basedOn: numberOf(fieldOf(request, 'basedOn')) ?? 0,
    sourceSeen: fieldOf(request, 'sourceSeen'),
  };
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
      const tidied = result.tidied.length > 0 ? `&tidied=${result.tidied.join(',')}` : '';
      const isStale = result.text !== null && textState(result.text, { ...unmarked, source }) === 'stale';
      const plain = result.kind === 'unchanged' && isStale ? 'unchanged-stale' : result.kind;
      const heldBack = result.kind === 'saved' ? 'draft' : 'still-draft';
      const notice = `text.done.${typed.isHeldBack ? heldBack : plain}`;
      return goTo(response, `${path}?notice=${notice}${tidied}`);
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

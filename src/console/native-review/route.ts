import { type Request, type Response, Router } from 'express';
import { checkbox, listOf, readForm, textArea, textLine } from '../../frame/read-form.ts';
import { visitOf } from '../../frame/visit.ts';
import type { GroupForm } from '../../office/editions/native-review/judge-group.ts';
import { nativeReviewLimits } from '../../office/editions/native-review/native-review-state.ts';
import { isLeft, textsOf } from '../../office/editions/native-review/reviewed-texts.ts';
import type { ReviewSound } from '../../office/editions/native-review/sound-of-review.ts';
import type { ClosedReview } from '../../office/editions/native-review/use-review.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { showReviewPage } from './review-layout.ts';
import { sayIn } from './say.ts';
import { groupPage, type Refused } from './text-view.ts';
import { firstPage, onlySentence, type ReviewPages } from './view.ts';

/**
 * Maximum length of an id, a hash or an answer in our own forms, in characters. A longer value is not refused. But a
 * longer id or hash matches no text, and a longer answer counts as "not right", as every unknown answer does.
 */
const longestPrompt = 200;

/**
 * Expected maximum length of all ids and hashes of one group together, in characters. It is not enforced here. Only the
 * form as a whole is limited, by `formLimits`. The limit for a browser in which nobody has ever signed in is slightly
 * higher than this length.
 */
const longestShown = 30_000;

/**
 * `/console/reading/<token>`: the pages that a native reader without an account opens by a link. The first page lists
 * groups of texts. `/<group>` below it shows the texts of a group and takes the answers. `/sound/<prompt>` plays a
 * text, and `/sounds/<group>` plays a group. `/finish` ends the review. The link opens no other page of the console.
 */
export function createNativeReviewRouter({
  nativeReviews,
  report,
}: Pick<ConsoleParts, 'nativeReviews' | 'report'>): Router {
  const router = Router();

  router.get('/:token', async (request, response) => {
    const pages = await openPages(request, response);
    if (pages) showFirst(response, pages, false);
  });

  router.get('/:token/sound/:prompt', async (request, response) =>
    sendSound(response, await nativeReviews.sound(tokenIn(request), request.params.prompt)),
  );

  router.get('/:token/sounds/:group', async (request, response) =>
    sendSound(response, await nativeReviews.soundOfGroup(tokenIn(request), request.params.group)),
  );

  function sendSound(response: Response, sound: ReviewSound): void {
    response.set('Referrer-Policy', 'no-referrer');
    if (sound.kind === 'sound') {
      response.redirect(302, `/audio/${sound.key}.wav`);
      return;
    }
    response.type('text/plain');
    if (sound.kind === 'no-sound' && sound.failure) {
      report(sound.failure);
      response.status(503).send('The sound cannot be made now. Try again later.');
      return;
    }
    response.status(404).send('There is no such sound.');
  }

  router.get('/:token/:group', async (request, response) => {
    const pages = await openPages(request, response);
    if (pages) showGroup(request, response, pages, null);
  });

  router.post('/:token/finish', async (request, response) => {
    const pages = await openPages(request, response);
    if (!pages) return;
    const { statement } = readForm(request, visitOf(response).t, { statement: checkbox }).typed;
    if (!statement) return showFirst(response, pages, true);
    const result = await nativeReviews.finish(tokenIn(request));
    if (result.kind === 'finished') {
      const { language } = pages.open.review;
      return showReviewPage(response, {
        tag: language,
        title: titleIn(language),
        body: onlySentence(language, 'thanks'),
      });
    }
    if (result.kind === 'incomplete' || result.kind === 'changed') return response.redirect(303, pages.address);
    showDead(response, result);
  });

  router.post('/:token/:group', async (request, response) => {
    const pages = await openPages(request, response);
    if (!pages) return;
    const read = readForm(request, visitOf(response).t, {
      prompt: textLine(longestPrompt),
      hash: textLine(longestPrompt),
      answer: textLine(longestPrompt),
      comment: textArea(nativeReviewLimits.comment),
      shown: textLine(longestShown),
    });
    if (read.typed.answer === 'group') return answerGroup(request, response, pages, read.typed.shown);
    const { prompt, hash, answer, comment } = read.typed;
    const sentences = sentencesIn(request);
    const isRight = answer === 'right';
    const result =
      read.errors.comment === undefined
        ? await nativeReviews.judge(tokenIn(request), { prompt, hash, isRight, sentences, comment })
        : ({ kind: 'too-long' } as const);
    switch (result.kind) {
      case 'saved':
        return response.redirect(303, `${pages.address}/${request.params.group}#text-${numberAfter(pages, prompt)}`);
      case 'changed':
      case 'nothing-marked':
      case 'too-long': {
        const refused: Refused = { prompt, sentences, comment, error: `wrong-${result.kind}` };
        const again = await openPages(request, response);
        return again ? showGroup(request, response, again, refused) : undefined;
      }
      default:
        showDead(response, result);
    }
  });

  /**
   * Marks as right all texts for which the page of a group still asked for an answer. Texts that have changed or were
   * answered since are not marked. If a text has changed, the group is shown again. Otherwise the reader is redirected
   * to the next group that has a text without an answer. If every text has an answer, the reader is redirected to the
   * form that ends the review.
   */
  async function answerGroup(request: Request, response: Response, pages: ReviewPages, sent: string): Promise<void> {
    const result = await nativeReviews.judgeGroup(tokenIn(request), { shown: shownIn(sent) });
    if (result.kind !== 'saved') return showDead(response, result);
    const again = await openPages(request, response);
    if (!again) return;
    const [changed] = result.changed;
    if (changed !== undefined) {
      const refused: Refused = { prompt: changed, sentences: [], comment: '', error: 'wrong-changed' };
      return showGroup(request, response, again, refused);
    }
    const next = nextLeft(again, String(request.params.group));
    response.redirect(303, next ? `${pages.address}/${next}` : `${pages.address}#finish`);
  }

  /** @returns null if the link does not work. In that case an answer has been sent */
  async function openPages(request: Request, response: Response): Promise<ReviewPages | null> {
    const token = tokenIn(request);
    const open = await nativeReviews.open(token);
    if (open.kind === 'open') return { open, address: `/console/reading/${encodeURIComponent(token)}` };
    showDead(response, open);
    return null;
  }

  function showFirst(response: Response, pages: ReviewPages, isStatementMissing: boolean): void {
    const { language } = pages.open.review;
    const body = firstPage(pages, isStatementMissing, visitOf(response));
    showReviewPage(response, { status: isStatementMissing ? 422 : 200, tag: language, title: titleIn(language), body });
  }

  function showGroup({ params }: Request, response: Response, pages: ReviewPages, refused: Refused | null): void {
    const group = pages.open.groups.find(({ id }) => id === params.group);
    if (!group) {
      response.redirect(303, pages.address);
      return;
    }
    const { language } = pages.open.review;
    const status = refused === null ? 200 : refused.error === 'wrong-changed' ? 409 : 422;
    const body = groupPage(pages, group, refused, visitOf(response));
    showReviewPage(response, { status, tag: language, title: titleIn(language), body });
  }

  return router;
}

/**
 * The token in an address. In a message, punctuation, spaces or letters of other scripts may directly follow the link,
 * so they are removed here. Latin letters, digits, `-` and `_` at the end stay, because they may belong to the token.
 */
const tokenIn = ({ params }: { readonly params: Request['params'] }): string =>
  /^[\w-]*/.exec(String(params.token))?.[0] ?? '';

const titleIn = (language: string): string => sayIn(language, 'title');

/**
 * Answers that the link does not work: 404 if it is unknown, 410 if the review is finished, was revoked or has expired.
 */
function showDead(response: Response, { kind, language }: ClosedReview): void {
  const tag = language ?? 'en';
  const status = kind === 'unknown' ? 404 : 410;
  showReviewPage(response, { status, tag, title: titleIn(tag), body: onlySentence(tag, kind) });
}

/** Maximum number of sentences that a reader can mark in one text. */
const mostSentences = 500;

/** The indexes of the sentences that the reader marked in the form. */
const sentencesIn = (request: Request): number[] =>
  listOf(request, 'sentence', mostSentences).flatMap((sent) => (/^\d{1,4}$/.test(sent) ? [Number(sent)] : []));

/** Reads the texts that a page showed, from a field such as `<prompt> <hash> <prompt> <hash>`. */
const shownIn = (sent: string): GroupForm['shown'] =>
  [...sent.matchAll(/(\S+) (\S+)/g)].map(([, prompt = '', hash = '']) => ({ prompt, hash }));

/**
 * The id of the next group with a text that has no answer. Later groups come first, then earlier groups, then the given
 * group itself. Null if every text has an answer.
 */
function nextLeft({ open: { groups } }: ReviewPages, id: string): string | null {
  const here = groups.findIndex((group) => group.id === id);
  const inOrder = [...groups.slice(here + 1), ...groups.slice(0, here + 1)];
  return inOrder.find(({ texts }) => texts.some(isLeft))?.id ?? null;
}

/**
 * The number of the text after the given one in its group, counted over the whole review. For the last text of a group,
 * this is the number of the text itself.
 */
function numberAfter({ open }: ReviewPages, prompt: string): number {
  const group = open.groups.find(({ texts }) => texts.some((text) => text.prompt === prompt));
  const number = textsOf(open).findIndex((text) => text.prompt === prompt) + 1;
  return group?.texts.at(-1)?.prompt === prompt ? number : number + 1;
}

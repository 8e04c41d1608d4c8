import type { DraftNow } from '../../drafts/draft-desk.ts';
import { textRefKey } from '../../drafts/draft-text.ts';
import { byProgram } from '../../staff/programs.ts';
import { markReviewed } from '../approval/mark-reviewed.ts';
import type { NativeReviewStores } from './native-review-records.ts';
import type { NativeReviewTools } from './native-review-tools.ts';
import { progressOf, type ReviewText, reviewGroups, textsOf } from './reviewed-texts.ts';
import { type ClosedReview, findReview } from './use-review.ts';

/** The outcome of finishing a review. `left`: number of texts without an answer. */
export type FinishResult =
  | { readonly kind: 'finished'; readonly right: number; readonly wrong: number }
  | { readonly kind: 'incomplete'; readonly left: number }
  /** The draft was changed at the same time, so the review is not finished. */
  | { readonly kind: 'changed' };

/**
 * Ends a review in which the reader has judged all texts that were not found right in earlier reviews. The texts that
 * the reader found right count as reviewed from then on, with the words and sounds that they have now. The other texts
 * stay as they were. The link stops working.
 */
export async function finishReview(tools: NativeReviewTools, token: string): Promise<FinishResult | ClosedReview> {
  const { records, approvals, clock } = tools;
  const situation = await approvals.read();
  const { now } = situation;
  return records.transaction(async (stores): Promise<FinishResult | ClosedReview> => {
    const at = clock();
    const found = await findReview(stores, token, at);
    if (found.kind !== 'open') return found;
    const { number, language, reader } = found.review;
    const texts = textsOf({ groups: reviewGroups(situation, found.review, await stores.judgements.of([number])) });
    const { left, wrong, forGroup, before } = progressOf(texts);
    if (left > 0) return { kind: 'incomplete', left };
    const right = texts.filter(({ judgement }) => judgement?.isRight === true);
    const counted = texts.filter(({ judgement }) => judgement?.isRight !== false);
    if (!(await isSame(stores, now, counted))) return { kind: 'changed' };
    await stores.reviews.finish(number, at);
    const by = byProgram('nativeReader');
    await stores.audit.add({
      at,
      who: by,
      act: 'reading-finished',
      about: { language, texts: texts.length - before, wrong, forGroup, reader, number },
    });
    await markReviewed(stores, now, right, { by, at, reader });
    return { kind: 'finished', right: right.length, wrong };
  });
}

/** Whether the line and the chosen texts in the database are still those that were read before the transaction. */
async function isSame(
  { texts, lines }: NativeReviewStores,
  now: DraftNow,
  chosen: readonly ReviewText[],
): Promise<boolean> {
  const line = await lines.newest();
  if (!now.isKept) return line === null;
  if (line?.revision !== now.line.revision) return false;
  const newest = new Map((await texts.newest()).map((text) => [textRefKey(text), text.revision]));
  return chosen.every((text) => newest.get(textRefKey(text)) === now.find(text.language, text.prompt)?.revision);
}

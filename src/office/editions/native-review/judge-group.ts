import type { HashedText } from '../approval/approval-records.ts';
import type { NativeReviewTools } from './native-review-tools.ts';
import { textsOf } from './reviewed-texts.ts';
import { beginReview, type ClosedReview, findReview, openReview } from './use-review.ts';

/** The texts that the reader saw on the page of a group: those without an answer. */
export interface GroupForm {
  readonly shown: readonly Pick<HashedText, 'prompt' | 'hash'>[];
}

/**
 * The outcome of answering for a group. `marked`: number of texts marked as right. `changed`: the prompts of texts that
 * are no longer as they were shown.
 */
export interface JudgeGroupResult {
  readonly kind: 'saved';
  readonly marked: number;
  readonly changed: readonly string[];
}

/**
 * Marks as right those shown texts of a group that the reader has not judged yet. Only texts that still have the shown
 * words and sounds are marked. Earlier judgements of single texts stay, and can be changed afterwards. Each new
 * judgement records that it was given for the group.
 */
export async function judgeGroup(
  tools: NativeReviewTools,
  token: string,
  { shown }: GroupForm,
): Promise<JudgeGroupResult | ClosedReview> {
  const { records, clock } = tools;
  const open = await openReview(tools, token);
  if (open.kind !== 'open') return open;
  const now = new Map(textsOf(open).map((text) => [text.prompt, text]));
  const changed = shown.filter(({ prompt, hash }) => now.get(prompt)?.hash !== hash).map(({ prompt }) => prompt);
  const asked = shown.flatMap(({ prompt, hash }) => {
    const text = now.get(prompt);
    return text?.hash === hash ? [text] : [];
  });
  return records.transaction(async (stores): Promise<JudgeGroupResult | ClosedReview> => {
    const at = clock();
    const again = await findReview(stores, token, at);
    if (again.kind !== 'open') return again;
    const { number } = again.review;
    // Judgements are read again here, because the reader may have judged one of the texts in another window in the
    // meantime.
    const said = new Map((await stores.judgements.of([number])).map(({ prompt, hash }) => [prompt, hash]));
    const texts = asked.filter(({ prompt, hash }) => said.get(prompt) !== hash);
    if (texts.length > 0) await beginReview(stores, again.review, at);
    for (const { language, prompt, hash } of texts) {
      const about = { review: number, language, prompt, hash, at };
      await stores.judgements.save({ ...about, isRight: true, isForGroup: true, sentences: [], comment: '' });
    }
    return { kind: 'saved', marked: texts.length, changed };
  });
}

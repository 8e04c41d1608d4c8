import type { HashedText } from '../approval/approval-records.ts';
import type { NativeReviewTools } from './native-review-tools.ts';
import { textsOf } from './reviewed-texts.ts';
import { beginReview, type ClosedReview, findReview, openReview } from './use-review.ts';

/** Which texts a reader had before the eyes: those of a group without an answer, as its page showed them. */
export interface GroupForm {
  readonly shown: readonly Pick<HashedText, 'prompt' | 'hash'>[];
}

/** The outcome of answering for a group; `changed` are texts that are not those that were shown any more. */
export interface JudgeGroupResult {
  readonly kind: 'saved';
  readonly marked: number;
  readonly changed: readonly string[];
}

/**
 * Marks as right every text of a group that its reader has not answered by itself. Exactly the words that were shown are marked;
 * what was said about a single text stays, and can be said afterwards. The answers tell that they were given for the group.
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
    // Looked at again here: the same reader may have answered one of them in another window meanwhile.
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

import { byProgram } from '../../staff/programs.ts';
import { hashToken } from '../../staff/secret-token.ts';
import type { NativeReview, NativeReviewStores } from './native-review-records.ts';
import { isOpen, type NativeReviewState, nativeReviewLimits, stateOfReview } from './native-review-state.ts';
import type { NativeReviewTools } from './native-review-tools.ts';
import type { OpenReview } from './reviewed-texts.ts';
import { reviewGroups, textsOf } from './reviewed-texts.ts';

/** Why a link does not work, and the language for which it was made; null for an unknown link. */
export interface ClosedReview {
  readonly kind: 'unknown' | 'finished' | 'revoked' | 'over';
  readonly language: string | null;
}

type FoundReview = { readonly kind: 'open'; readonly review: NativeReview };

/** Checks a link. A link can be opened any number of times, because mail programs open links too. */
export async function findReview(
  { reviews }: Pick<NativeReviewStores, 'reviews'>,
  token: string,
  now: number,
): Promise<FoundReview | ClosedReview> {
  const review = await reviews.findByHash(hashToken(token));
  if (!review) return { kind: 'unknown', language: null };
  const state: NativeReviewState = stateOfReview(review, now);
  if (isOpen(state)) return { kind: 'open', review };
  const kind = state === 'finished' || state === 'revoked' ? state : 'over';
  return { kind, language: review.language };
}

/** What a link opens: the texts of its language as they are now, and the reader's judgements of them. */
export async function openReview(
  { records, approvals, clock }: NativeReviewTools,
  token: string,
): Promise<({ readonly kind: 'open' } & OpenReview) | ClosedReview> {
  const found = await findReview(records, token, clock());
  if (found.kind !== 'open') return found;
  const situation = await approvals.read();
  const judgements = await records.judgements.of([found.review.number]);
  return { ...found, draft: situation.draft.draft, groups: reviewGroups(situation, found.review, judgements) };
}

/** Records, in the review and in the audit, that a review has begun, if this is its first answer. */
export async function beginReview(
  { reviews, audit }: Pick<NativeReviewStores, 'reviews' | 'audit'>,
  { number, language, reader }: NativeReview,
  at: number,
): Promise<void> {
  if (!(await reviews.begin(number, at))) return;
  const who = byProgram('nativeReader');
  await audit.add({ at, who, act: 'reading-begun', about: { language, reader, number } });
}

/** What a reader says about one text. */
export interface JudgementForm {
  readonly prompt: string;
  /** The hash of the text on the page from which the form was sent. */
  readonly hash: string;
  readonly isRight: boolean;
  /** Indexes of the marked sentences, 0 for the first. */
  readonly sentences: readonly number[];
  readonly comment: string;
}

/** The outcome of judging a text. `changed`: the text is no longer the one that was shown. */
export interface JudgeResult {
  readonly kind: 'saved' | 'changed' | 'nothing-marked' | 'too-long';
}

/** Saves what a reader says about one text. */
export async function judgeText(
  tools: NativeReviewTools,
  token: string,
  { prompt, hash, isRight, sentences, comment }: JudgementForm,
): Promise<JudgeResult | ClosedReview> {
  const { records, clock } = tools;
  const open = await openReview(tools, token);
  if (open.kind !== 'open') return open;
  const text = textsOf(open).find((each) => each.prompt === prompt && each.hash === hash);
  if (!text) return { kind: 'changed' };
  const { language } = text;
  const count = open.draft.words.get(language)?.prompts[prompt]?.length ?? 0;
  const marked = [...new Set(sentences)]
    .filter((each) => each >= 0 && each < count)
    .toSorted((one, other) => one - other);
  const said = comment.trim();
  if (said.length > nativeReviewLimits.comment) return { kind: 'too-long' };
  if (!isRight && marked.length === 0 && said === '') return { kind: 'nothing-marked' };
  return records.transaction(async (stores) => {
    const at = clock();
    const again = await findReview(stores, token, at);
    if (again.kind !== 'open') return again;
    await beginReview(stores, again.review, at);
    const own = { review: again.review.number, language, prompt, hash, at, isRight, isForGroup: false };
    await stores.judgements.save({ ...own, sentences: isRight ? [] : marked, comment: isRight ? '' : said });
    return { kind: 'saved' };
  });
}

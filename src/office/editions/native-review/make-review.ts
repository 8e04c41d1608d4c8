import type { LanguageTag } from '../../../call/line.ts';
import { unreadPrompts } from '../../drafts/unread-texts.ts';
import { type Actor, whoIs } from '../../staff/desk/actor.ts';
import { may } from '../../staff/role.ts';
import { createToken, hashToken } from '../../staff/secret-token.ts';
import { isOpen, nativeReviewLifetime, nativeReviewLimits, stateOfReview } from './native-review-state.ts';
import type { NativeReviewTools } from './native-review-tools.ts';

/** What staff fill in to ask for a review. */
export interface ReviewForm {
  readonly language: LanguageTag;
  /** The reader's name. */
  readonly reader: string;
}

/** The outcome of asking for a review. The token is available only here, because only its hash is stored. */
export type MakeReviewResult =
  | { readonly kind: 'made'; readonly token: string; readonly number: number; readonly validUntil: number }
  | { readonly kind: 'not-allowed' | 'unknown-language' | 'no-reader' | 'too-many' };

/** Maximum number of reviews to read when open ones are counted: more than an office makes in years. */
const mostKnown = 1000;

/**
 * Makes a link for a native reader without an account. If native readers have found all texts of the language right
 * already, the reader is asked to read all of them again.
 */
export async function makeReview(
  { records, drafts, clock, random }: NativeReviewTools,
  actor: Actor,
  form: ReviewForm,
): Promise<MakeReviewResult> {
  if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
  const { language } = form;
  const reader = form.reader.trim();
  if (reader === '') return { kind: 'no-reader' };
  const now = await drafts.read();
  const { line } = now;
  if (!line.file.languages.some(({ tag }) => tag === language)) return { kind: 'unknown-language' };
  const isOfEverything = unreadPrompts(now, language).length === 0;
  return records.transaction(async ({ reviews, audit }): Promise<MakeReviewResult> => {
    const at = clock();
    const known = await reviews.list(mostKnown);
    const open = known.filter((each) => isOpen(stateOfReview(each, at)));
    if (open.length >= nativeReviewLimits.open) return { kind: 'too-many' };
    const token = createToken(random);
    const validUntil = at + nativeReviewLifetime;
    const by = whoIs(actor);
    const number = await reviews.add({
      ...{ tokenHash: hashToken(token), language, reader, by, madeAt: at, validUntil, isOfEverything },
    });
    await audit.add({ at, who: by, act: 'reading-made', about: { language, reader, number } });
    return { kind: 'made', token, number, validUntil };
  });
}

/** Revokes a link, unless its review is finished or was revoked before. What the reader has said stays. */
export async function revokeReview(
  { records, clock }: Pick<NativeReviewTools, 'records' | 'clock'>,
  actor: Actor,
  number: number,
): Promise<{ readonly kind: 'revoked' | 'not-allowed' | 'unknown' | 'over-before' }> {
  if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
  return records.transaction(async ({ reviews, audit }) => {
    const review = await reviews.find(number);
    if (!review) return { kind: 'unknown' };
    const at = clock();
    if (!(await reviews.revoke(number, at))) return { kind: 'over-before' };
    const { language, reader } = review;
    await audit.add({ at, who: whoIs(actor), act: 'reading-revoked', about: { language, reader, number } });
    return { kind: 'revoked' };
  });
}

/** Records that staff have dealt with a reader's remark about a text. */
export async function settleRemark(
  { records, clock }: Pick<NativeReviewTools, 'records' | 'clock'>,
  actor: Actor,
  number: number,
): Promise<
  | { readonly kind: 'settled'; readonly language: LanguageTag; readonly prompt: string }
  | { readonly kind: 'not-allowed' | 'unknown' }
> {
  if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
  return records.transaction(async ({ judgements, audit }) => {
    const remark = await judgements.findRemark(number);
    const at = clock();
    const by = whoIs(actor);
    if (!remark || !(await judgements.settle(number, { by, at }))) return { kind: 'unknown' };
    const { language, prompt, reader } = remark;
    await audit.add({ at, who: by, act: 'remark-settled', about: { language, prompt, reader } });
    return { kind: 'settled', language, prompt };
  });
}

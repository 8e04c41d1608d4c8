import type { LanguageTag } from '../../../call/line.ts';
import type { TextRef } from '../../../call/step.ts';
import type { Actor } from '../../staff/desk/actor.ts';
import type { ApprovalSnapshot } from '../approval/candidates.ts';
import type { TextHashes } from '../approval/text-hashes.ts';
import { type FinishResult, finishReview } from './finish-review.ts';
import { type GroupForm, type JudgeGroupResult, judgeGroup } from './judge-group.ts';
import { type MakeReviewResult, makeReview, type ReviewForm, revokeReview, settleRemark } from './make-review.ts';
import type { Judgement, NativeReview, NativeReviewRecords, Remark } from './native-review-records.ts';
import { type NativeReviewState, stateOfReview } from './native-review-state.ts';
import type { NativeReviewTools } from './native-review-tools.ts';
import {
  type OpenReview,
  progressOf,
  type ReviewedSituation,
  type ReviewProgress,
  reviewGroups,
  textsOf,
} from './reviewed-texts.ts';
import { type ReviewSound, soundOfGroup, soundOfReview } from './sound-of-review.ts';
import { type ClosedReview, type JudgementForm, type JudgeResult, judgeText, openReview } from './use-review.ts';

/** A review as staff see it. */
export interface ListedReview {
  readonly review: NativeReview;
  readonly state: NativeReviewState;
  /** Counts for the texts as they are now. */
  readonly progress: ReviewProgress;
}

/** A remark, and whether its text still has the words and sounds that the reader judged. */
export interface ListedRemark extends Judgement {
  readonly isCurrent: boolean;
}

/**
 * Reviews by native readers without accounts. Staff make a link for one language. The holder of the link reads and
 * hears the texts of the draft, and says which of them are right. Mistakes of users are results with a `kind`, not
 * exceptions.
 */
export interface NativeReviewDesk {
  make(actor: Actor, form: ReviewForm): Promise<MakeReviewResult>;
  revoke: (actor: Actor, number: number) => ReturnType<typeof revokeReview>;
  settle: (actor: Actor, number: number) => ReturnType<typeof settleRemark>;
  /** The latest reviews first, with their progress in the given draft. */
  list(situation: ReviewedSituation, limit: number): Promise<ListedReview[]>;
  /** A review with its remarks; null if there is no such review. */
  remarksOf(number: number): Promise<(ListedReview & { readonly remarks: readonly ListedRemark[] }) | null>;
  /** Open remarks about the words and sounds that a text of the draft has now. */
  openAbout(situation: Pick<ApprovalSnapshot, 'draft'>, ref: TextRef): Promise<Remark[]>;
  /**
   * Open remarks about the words and sounds that the texts of one language have now, or of all languages if `language`
   * is null.
   */
  openIn(situation: Pick<ApprovalSnapshot, 'draft'>, language: LanguageTag | null): Promise<Remark[]>;
  /** The methods from here on are for the holder of a link, who has no account. */
  open(token: string): Promise<({ readonly kind: 'open' } & OpenReview) | ClosedReview>;
  judge(token: string, form: JudgementForm): Promise<JudgeResult | ClosedReview>;
  judgeGroup(token: string, form: GroupForm): Promise<JudgeGroupResult | ClosedReview>;
  sound(token: string, prompt: string): Promise<ReviewSound>;
  soundOfGroup(token: string, group: string): Promise<ReviewSound>;
  finish(token: string): Promise<FinishResult | ClosedReview>;
}

/**
 * `aboutText`: the maximum number of remarks that are looked up about one text. `inLanguage`: the maximum number about
 * one language, or about all languages together.
 */
const most = { aboutText: 50, inLanguage: 500 } as const;

/**
 * Maximum number of remarks that publishing looks up. None may be missed, so this is more than readers write in years.
 */
export const everyRemark = 50_000;

/** Open remarks about texts as they are now. */
export const openRemarks = async (
  { judgements }: Pick<NativeReviewRecords, 'judgements'>,
  hashes: TextHashes,
  language: LanguageTag | null,
  limit: number = most.inLanguage,
): Promise<Remark[]> =>
  (await judgements.openIn(language, limit)).filter(
    ({ language: tag, prompt, hash }) => hashes.find({ language: tag, prompt }) === hash,
  );

export function createNativeReviewDesk(tools: NativeReviewTools): NativeReviewDesk {
  const { records, approvals, clock } = tools;
  const listed = (
    review: NativeReview,
    situation: ReviewedSituation,
    judgements: readonly Judgement[],
  ): ListedReview => {
    const progress = progressOf(textsOf({ groups: reviewGroups(situation, review, judgements) }));
    return { review, state: stateOfReview(review, clock()), progress };
  };
  const current = ({ draft }: Pick<ApprovalSnapshot, 'draft'>, { language, prompt, hash }: Judgement) =>
    draft.hashes.find({ language, prompt }) === hash;
  return {
    make: (actor, form) => makeReview(tools, actor, form),
    revoke: (actor, number) => revokeReview(tools, actor, number),
    settle: (actor, number) => settleRemark(tools, actor, number),
    async list(situation, limit) {
      const reviews = await records.reviews.list(limit);
      const said = Map.groupBy(
        await records.judgements.of(reviews.map(({ number }) => number)),
        ({ review }) => review,
      );
      return reviews.map((review) => listed(review, situation, said.get(review.number) ?? []));
    },
    async remarksOf(number) {
      const review = await records.reviews.find(number);
      if (!review) return null;
      const situation = await approvals.read();
      const judgements = await records.judgements.of([number]);
      const remarks = judgements
        .filter(({ isRight }) => !isRight)
        .map((each) => ({ ...each, isCurrent: current(situation, each) }));
      return { ...listed(review, situation, judgements), remarks };
    },
    async openAbout(situation, ref) {
      return (await records.judgements.openAbout(ref, most.aboutText)).filter((each) => current(situation, each));
    },
    openIn: ({ draft }, language) => openRemarks(records, draft.hashes, language),
    open: (token) => openReview(tools, token),
    judge: (token, form) => judgeText(tools, token, form),
    judgeGroup: (token, form) => judgeGroup(tools, token, form),
    soundOfGroup: (token, group) => soundOfGroup(tools, token, group),
    sound: (token, prompt) => soundOfReview(tools, token, prompt),
    finish: (token) => finishReview(tools, token),
  };
}

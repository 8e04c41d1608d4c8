import type { Draft } from '../../../words/draft.ts';
import type { DraftNow } from '../../drafts/draft-desk.ts';
import { type GroupSubject, textGroups } from '../../drafts/text-groups.ts';
import type { HashedText } from '../approval/approval-records.ts';
import type { SpokenDraft } from '../approval/candidates.ts';
import type { Judgement, NativeReview } from './native-review-records.ts';

/** A text of the draft, and what the reader has said about exactly these words and sounds. */
export interface ReviewText extends HashedText {
  /** Null before the reader has judged the text, and again when the text has changed since. */
  readonly judgement: Judgement | null;
  /**
   * Whether a native reader has found these words right in an earlier review. Such a text needs no answer, but may have
   * one.
   */
  readonly wasRight: boolean;
}

/** The parts of the draft on which the texts of a review depend. */
export interface ReviewedSituation {
  readonly now: Pick<DraftNow, 'find'>;
  readonly draft: Pick<SpokenDraft, 'draft' | 'hashes'>;
}

/** A group of texts as a reader sees it. */
export type ReviewGroup = GroupSubject & {
  /** The id of the text group; part of the address of its page. */
  readonly id: string;
  readonly texts: readonly ReviewText[];
};

/** What a link opens. */
export interface OpenReview {
  readonly review: NativeReview;
  readonly draft: Draft;
  readonly groups: readonly ReviewGroup[];
}

/** The texts of a review as they are now. A text that has no words, or cannot be spoken, is left out. */
export function reviewGroups(
  { now, draft: { draft, hashes } }: ReviewedSituation,
  { language, isOfEverything }: Pick<NativeReview, 'language' | 'isOfEverything'>,
  judgements: readonly Judgement[],
): ReviewGroup[] {
  const said = new Map(judgements.map((judgement) => [judgement.prompt, judgement]));
  return textGroups(draft.line, language)
    .map(({ prompts, ...group }) => ({
      ...group,
      texts: prompts.flatMap((prompt): ReviewText[] => {
        const hash = hashes.find({ language, prompt });
        if (hash === null) return [];
        const judgement = said.get(prompt);
        const isSame = judgement !== undefined && judgement.hash === hash;
        const wasRight = !isOfEverything && now.find(language, prompt)?.isReviewed === true;
        return [{ language, prompt, hash, judgement: isSame ? judgement : null, wasRight }];
      }),
    }))
    .filter(({ texts }) => texts.length > 0);
}

/** Whether the reader still has to answer for a text. */
export const isLeft = ({ judgement, wasRight }: ReviewText): boolean => judgement === null && !wasRight;

/** All texts of a review in order. */
export const textsOf = ({ groups }: Pick<OpenReview, 'groups'>): ReviewText[] => groups.flatMap(({ texts }) => texts);

/** How many texts a review has, and how many of them the reader has judged right or wrong. */
export interface ReviewProgress {
  readonly all: number;
  readonly right: number;
  readonly wrong: number;
  /** Number of right texts that the reader marked for a whole group. */
  readonly forGroup: number;
  /** Number of texts without a judgement that were found right in an earlier review. */
  readonly before: number;
  /** Number of texts that still need an answer. */
  readonly left: number;
}

export const progressOf = (texts: readonly ReviewText[]): ReviewProgress => ({
  all: texts.length,
  right: texts.filter(({ judgement }) => judgement?.isRight === true).length,
  wrong: texts.filter(({ judgement }) => judgement?.isRight === false).length,
  forGroup: texts.filter(({ judgement }) => judgement?.isForGroup === true).length,
  before: texts.filter(({ judgement, wasRight }) => judgement === null && wasRight).length,
  left: texts.filter(isLeft).length,
});

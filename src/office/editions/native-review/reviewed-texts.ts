import type { Draft } from '../../../words/draft.ts';
import { type GroupSubject, textGroups } from '../../drafts/text-groups.ts';
import type { HashedText } from '../approval/approval-records.ts';
import type { SpokenDraft } from '../approval/candidates.ts';
import type { Judgement, NativeReview } from './native-review-records.ts';

/** A text of the draft, and what the reader has said about exactly these words and sounds. */
export interface ReviewText extends HashedText {
  /** Null before the reader has judged the text, and again when the text has changed since. */
  readonly judgement: Judgement | null;
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
  { draft, hashes }: Pick<SpokenDraft, 'draft' | 'hashes'>,
  { language }: Pick<NativeReview, 'language'>,
  judgements: readonly Judgement[],
): ReviewGroup[] {
  const said = new Map(judgements.map((judgement) => [judgement.prompt, judgement]));
  return textGroups(draft.line, language)
    .map(({ prompts, ...group }) => ({
      ...group,
      texts: prompts.flatMap((prompt): ReviewText[] => {
        const hash = hashes.find({ language, prompt });
        const judgement = said.get(prompt);
        const isSame = judgement !== undefined && judgement.hash === hash;
        return hash === null ? [] : [{ language, prompt, hash, judgement: isSame ? judgement : null }];
      }),
    }))
    .filter(({ texts }) => texts.length > 0);
}

/** All texts of a review in order. */
export const textsOf = ({ groups }: Pick<OpenReview, 'groups'>): ReviewText[] => groups.flatMap(({ texts }) => texts);

/** How many texts a review has, and how many of them the reader has judged right or wrong. */
export interface ReviewProgress {
  readonly all: number;
  readonly right: number;
  readonly wrong: number;
  /** Number of right texts that the reader marked for a whole group. */
  readonly forGroup: number;
}

export const progressOf = (texts: readonly ReviewText[]): ReviewProgress => ({
  all: texts.length,
  right: texts.filter(({ judgement }) => judgement?.isRight === true).length,
  wrong: texts.filter(({ judgement }) => judgement?.isRight === false).length,
  forGroup: texts.filter(({ judgement }) => judgement?.isForGroup === true).length,
});

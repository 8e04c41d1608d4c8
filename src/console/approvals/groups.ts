import { textGroups } from '../../office/drafts/text-groups.ts';
import type { ApprovalSnapshot, Candidate } from '../../office/editions/approval/candidates.ts';
import { sourceFirst } from '../../words/source-first.ts';

/** Waiting texts of one prompt, the source text first. Either all are new, or callers already hear all of them. */
export interface CandidateGroup {
  readonly prompt: string;
  readonly origin: Candidate['origin'];
  /** Whether callers hear these texts already. */
  readonly isLive: boolean;
  readonly candidates: readonly Candidate[];
}

/**
 * Groups texts by prompt, in the order in which they are shown and played. New texts and live texts of a prompt are in
 * separate groups. All groups of new texts come first. On a line whose texts were never approved, the new texts would
 * otherwise be hard to find among all the live ones.
 */
export function groupsOf({ draft }: ApprovalSnapshot, candidates: readonly Candidate[]): CandidateGroup[] {
  const { line } = draft.draft;
  const inOrder = textGroups(line, line.sourceLanguage).flatMap(({ prompts }) => prompts);
  const places = new Map(inOrder.map((prompt, place) => [prompt, place]));
  const groups = Map.groupBy(candidates, ({ prompt, origin, isLive }) => `${isLive} ${origin} ${prompt}`);
  const placeOf = ({ prompt }: CandidateGroup) => places.get(prompt) ?? places.size;
  return [...groups.values()]
    .flatMap((texts): CandidateGroup[] => {
      const [first] = texts;
      if (!first) return [];
      const { prompt, origin, isLive } = first;
      return [{ prompt, origin, isLive, candidates: sourceFirst(texts, line.sourceLanguage, (each) => each.language) }];
    })
    .toSorted((one, other) => Number(one.isLive) - Number(other.isLive) || placeOf(one) - placeOf(other));
}

/**
 * The first groups, with at most `mostTexts` texts in total, unless the first group alone has more.
 * @returns `shown`: these groups; `left`: the number of texts in the other groups
 */
export function firstGroups(groups: readonly CandidateGroup[], mostTexts: number) {
  let count = 0;
  const end = groups.findIndex(({ candidates }) => {
    count += candidates.length;
    return count > mostTexts;
  });
  const shown = end < 0 ? groups : groups.slice(0, Math.max(1, end));
  const left = groups.slice(shown.length).reduce((sum, { candidates }) => sum + candidates.length, 0);
  return { shown, left };
}

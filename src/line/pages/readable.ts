import { withoutCallEnd } from '../../call/for-readers.ts';
import type { EditionSentence } from '../../edition/edition-file.ts';
import { dialled, plainText } from '../../edition/shown-text.ts';
import { announcesTwice } from './page-words.ts';

/** The number in a sentence that names exactly one; otherwise null. */
function numberIn({ shown }: Pick<EditionSentence, 'shown'>): string | null {
  const [number, ...more] = shown.flatMap((part) => dialled(part) ?? []);
  return more.length === 0 ? (number ?? null) : null;
}

/** Whether a sentence is a number and nothing else. */
export const isNumberAlone = (sentence: Pick<EditionSentence, 'shown'>): boolean =>
  numberIn(sentence) !== null && lettersBeside(sentence) === 0;

/** How many letters and digits a sentence has besides its numbers. */
const lettersBeside = ({ shown }: Pick<EditionSentence, 'shown'>): number =>
  plainText(shown.filter((part) => dialled(part) === null)).match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Maximum number of letters and digits in an "I will say it again:". A longer sentence says something else, too. */
const longestRepeat = 16;

/**
 * Leaves out the sentences that only listeners need: the second time that a number is said, the announcement that it is said
 * twice, and the request to hang up after the emergency numbers. All other sentences stay.
 */
export function readable(sentences: readonly EditionSentence[]): readonly EditionSentence[] {
  const wanted = withoutCallEnd(sentences, ({ shown }) => shown.some((part) => dialled(part) !== null));
  return wanted.filter((sentence, index) => {
    const [before, after] = [wanted[index - 1], wanted[index + 1]];
    const { language, shown } = sentence;
    const isRepeat = before && isNumberAlone(before) && numberIn(before) === numberIn(sentence);
    if (isRepeat && lettersBeside(sentence) <= longestRepeat) return false;
    return !(
      after &&
      isNumberAlone(after) &&
      numberIn(sentence) === null &&
      announcesTwice(language, plainText(shown))
    );
  });
}

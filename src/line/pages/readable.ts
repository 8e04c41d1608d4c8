import { withoutCallEnd } from '../../call/for-readers.ts';
import type { LanguageTag } from '../../call/line.ts';
import type { EditionSentence } from '../../edition/edition-file.ts';
import { dialled, plainText } from '../../edition/shown-text.ts';

/** The telephone number in a sentence; null if the sentence has none or several. */
function numberIn({ shown }: Pick<EditionSentence, 'shown'>): string | null {
  const [number, ...more] = shown.flatMap((part) => dialled(part) ?? []);
  return more.length === 0 ? (number ?? null) : null;
}

/** Whether a sentence is a telephone number and nothing else. */
export const isNumberAlone = (sentence: Pick<EditionSentence, 'shown'>): boolean =>
  numberIn(sentence) !== null && lettersBeside(sentence) === 0;

/** How many letters and digits a sentence has besides its telephone numbers. */
const lettersBeside = ({ shown }: Pick<EditionSentence, 'shown'>): number =>
  plainText(shown.filter((part) => dialled(part) === null)).match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/**
 * Maximum number of letters and digits in announcements such as "I will say it again:". A longer sentence also says
 * something else.
 */
const longestRepeat = 16;

/**
 * Leaves out the sentences that only listeners need: the second time that a telephone number is said, the announcement
 * that the number is said twice, and the request to hang up after the emergency numbers. All other sentences stay.
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

/** How each language announces that a telephone number is said twice. On a page the number is written once. */
const twice: Readonly<Record<string, RegExp>> = {
  en: /two times|twice/,
  zh: /两遍|兩次|两次|兩遍/,
  ko: /두 번/,
  es: /dos veces/,
  pt: /duas vezes/,
  ja: /二回|2回|２回/,
};

/**
 * How each language asks callers not to say or enter something, such as their My Number. Pages need no such sentence.
 */
const sayOrPress: Readonly<Record<string, RegExp>> = {
  en: /\bsay\b.*\b(?:enter|press|type)\b/,
  zh: /[说說].*(?:[输輸]入|按)/,
  ko: /말하거나 (?:누르|입력)/,
  es: /\bdiga\b.*\b(?:marque|escriba)\b/,
  pt: /\b(?:fale|diga)\b.*\b(?:digite|tecle)\b/,
  ja: /言わないで.*押さないで/,
};

/** Whether a sentence asks callers not to say or enter something. */
export const forbidsToSay = (tag: LanguageTag, text: string): boolean =>
  sayOrPress[tag.split('-')[0] ?? '']?.test(text) ?? false;

/** Whether a sentence announces that a telephone number is said twice. */
const announcesTwice = (tag: LanguageTag, text: string): boolean => twice[tag.split('-')[0] ?? '']?.test(text) ?? false;

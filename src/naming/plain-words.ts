import { withoutJapaneseSpaces } from '../common/japanese-spaces.ts';
import { parseSentence, type TemplatePart } from '../words/sentence-template.ts';

/** Maximum number of characters shown of a text. They are enough to recognise the text. */
const longestBeginning = 24;

const plainParts = (parts: readonly TemplatePart[]): string =>
  withoutJapaneseSpaces(parts.map((part) => (part.kind === 'placeholder' ? '…' : part.text)).join('')).trim();

/** A sentence with its kanji but no readings, and with `…` for each placeholder. */
export const plainOf = (sentence: string): string => plainParts(parseSentence(sentence));

/** The first characters of the first sentence of a text; empty if the text has no sentences. */
export function beginningOf([first = '']: readonly string[]): string {
  const letters = [...plainOf(first)];
  return letters.length > longestBeginning ? `${letters.slice(0, longestBeginning).join('')}…` : letters.join('');
}

/**
 * The words before the key in the first sentence of a topic's menu prompt. If this sentence is
 * マイナンバーと {封筒|ふうとう}は、{{key}}。, these words are マイナンバーと封筒.
 */
export function titleOf([first = '']: readonly string[]): string {
  const parts = parseSentence(first);
  const key = parts.findIndex((part) => part.kind === 'placeholder' && part.name === 'key');
  const before = (key < 0 ? parts : parts.slice(0, key)).filter(({ kind }) => kind !== 'placeholder');
  return plainParts(before).replace(/(?:は)?[、,\s]*$/u, '');
}

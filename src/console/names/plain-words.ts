import { parseSentence, type TemplatePart } from '../../words/sentence-template.ts';

/** Number of characters that are enough to recognise a text. */
const longestBeginning = 24;

const plainParts = (parts: readonly TemplatePart[]): string =>
  parts
    .map((part) => (part.kind === 'placeholder' ? '…' : part.text))
    .join('')
    // Texts in Easy Japanese have spaces between words. Ordinary Japanese has none.
    .replaceAll(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])\s+(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
      '',
    )
    .trim();

/** A sentence with its kanji but no readings, and with `…` for each placeholder. */
export const plainOf = (sentence: string): string => plainParts(parseSentence(sentence));

/** The first characters of a text; empty if it has no words. */
export function beginningOf([first = '']: readonly string[]): string {
  const letters = [...plainOf(first)];
  return letters.length > longestBeginning ? `${letters.slice(0, longestBeginning).join('')}…` : letters.join('');
}

/** What a menu says before the key of a topic: マイナンバーと封筒 in マイナンバーと {封筒|ふうとう}は、{{key}}。 */
export function titleOf([first = '']: readonly string[]): string {
  const parts = parseSentence(first);
  const key = parts.findIndex((part) => part.kind === 'placeholder' && part.name === 'key');
  const before = (key < 0 ? parts : parts.slice(0, key)).filter(({ kind }) => kind !== 'placeholder');
  return plainParts(before).replace(/(?:は)?[、,\s]*$/u, '');
}

import { normalise } from '../../common/normalise.ts';

/** What was corrected automatically, to be reported to the user. */
export type Tidied = 'full-width-digits' | 'full-width-letters' | 'half-width-kana' | 'spaces' | 'composed';

/** What cannot be corrected automatically. A text with such a fault is not saved. */
export type Untidy = 'emoji' | 'direction-mark' | 'control-character' | 'too-long' | 'too-many';

/** The limits of a text. */
export const textLimits = {
  /** Maximum characters of a sentence. Nobody can follow a longer sentence by ear. */
  characters: 400,
  /** Maximum sentences of a text. */
  sentences: 30,
} as const;

/**
 * Maximum length of the input, in characters. Longer input was pasted by accident, and processing it would keep all
 * requests waiting.
 */
export const mostCharacters = 100_000;

export interface TidySentences {
  readonly sentences: readonly string[];
  readonly tidied: readonly Tidied[];
  readonly untidy: readonly Untidy[];
}

const directionMark = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
/**
 * Characters that are drawn as pictures. Other signs that cannot be spoken, such as ® and ☎, are saved; rule T-08
 * reports them.
 */
const emoji = /\p{Emoji_Presentation}|\uFE0F/u;
/**
 * Control characters, lone surrogates, private-use characters and byte order marks. By the time of this test, tabs have
 * become spaces, and line breaks have ended sentences. Any other such character got into the text by accident.
 */
const control = /[\p{Cc}\p{Cs}\p{Co}\uFEFF]/u;

/**
 * Normalises typed or pasted sentences to their stored form. Removes empty sentences, reduces spaces to single ones,
 * turns full-width digits and Latin letters into ASCII and half-width kana into full-width kana, and composes letters
 * with their accents.
 * @param text one sentence per line; a text longer than `mostCharacters` is rejected without being processed
 */
export function tidySentences(text: string): TidySentences {
  if (text.length > mostCharacters) return { sentences: [], tidied: [], untidy: ['too-long'] };
  const tidied = new Set<Tidied>();
  const untidy = new Set<Untidy>();
  const replace = (line: string, pattern: RegExp, what: Tidied, by: (found: string) => string): string =>
    line.replace(pattern, (found) => {
      tidied.add(what);
      return by(found);
    });
  const sentences = text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((typed) => {
      let line = replace(typed, /[０-９]+/gu, 'full-width-digits', (found) => normalise(found, 'NFKC'));
      line = replace(line, /[Ａ-Ｚａ-ｚ]+/gu, 'full-width-letters', (found) => normalise(found, 'NFKC'));
      line = replace(line, /[\uFF61-\uFF9F]+/gu, 'half-width-kana', (found) => normalise(found, 'NFKC'));
      if (line !== normalise(line, 'NFC')) tidied.add('composed');
      const spaced = normalise(line, 'NFC')
        .replace(/[\t\p{Zs}]+/gu, ' ')
        .trim();
      if (spaced !== normalise(line, 'NFC').trim()) tidied.add('spaces');
      return spaced;
    })
    .filter((line) => line !== '');
  for (const line of sentences) {
    if (emoji.test(line)) untidy.add('emoji');
    if (directionMark.test(line)) untidy.add('direction-mark');
    if (control.test(line)) untidy.add('control-character');
    if (line.length > textLimits.characters) untidy.add('too-long');
  }
  if (sentences.length > textLimits.sentences) untidy.add('too-many');
  return { sentences, tidied: [...tidied], untidy: [...untidy] };
}

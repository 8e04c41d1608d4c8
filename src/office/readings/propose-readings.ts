import { parseSentence, type TemplatePart, writtenPart } from '../../words/sentence-template.ts';
import { learn, type TextsByPrompt } from '../drafts/suggest-readings.ts';
import type { AlignedPiece } from './align-reading.ts';
import { createChooser, type ReadingDifference } from './choose-readings.ts';
import type { Dictionary } from './dictionary.ts';
import type { DictionaryWord } from './dictionary-process.ts';

/**
 * A text with a reading for all its kanji, as far as the dictionary knows them. A person decides whether the readings
 * are right.
 */
export interface ReadingProposal {
  readonly sentences: readonly string[];
  readonly differences: readonly ReadingDifference[];
  /** Kanji that are still without a reading. */
  readonly unknown: readonly string[];
}

/**
 * Puts readings on kanji that have none, as far as the dictionary knows them. Existing readings, placeholders and
 * everything else stay unchanged.
 *
 * The office's texts may read a word differently from the dictionary. Words of two kanji or more are names and terms,
 * so the proposal has the office's reading. A single kanji is read differently from word to word, so the proposal has
 * the dictionary's reading.
 * @param texts the office's texts, to compare with
 * @throws DictionaryError
 */
export async function proposeReadings(
  sentences: readonly string[],
  dictionary: Pick<Dictionary, 'words'>,
  texts: TextsByPrompt,
): Promise<ReadingProposal> {
  const parsed = sentences.map(parseSentence);
  const asked = parsed.flatMap((parts) => [parts.map(plain).join(''), ...parts.map(plain)]);
  const answers = (await dictionary.words([...new Set(asked)])).values();
  const words = new Map([...new Set(asked)].map((text) => [text, answers.next().value ?? []]));
  const choose = createChooser(learn(texts));
  const proposed = parsed.map((parts) => {
    const inContext = divide(parts, words.get(parts.map(plain).join('')) ?? []);
    return parts.map((part, index) => {
      if (part.kind !== 'text') return writtenPart(part);
      const own = inContext[index] ?? divide([part], words.get(part.text) ?? [])[0];
      return write(choose.pieces(own ?? [{ text: part.text, reading: null }]));
    });
  });
  return {
    sentences: proposed.map((parts) => parts.join('')),
    differences: [...choose.differences.values()],
    unknown: [...choose.unknown],
  };
}

/**
 * The text of a part, for the dictionary. A placeholder becomes a digit, so that 円 and 日 after it are read as after a
 * number.
 */
const plain = (part: TemplatePart): string => (part.kind === 'placeholder' ? '１' : part.text);

/**
 * The words of each part. Words are looked for in the whole sentence, where they have their context.
 * @returns null for a part if a word extends over the beginning or the end of the part
 */
function divide(parts: readonly TemplatePart[], words: readonly DictionaryWord[]): (DictionaryWord[] | null)[] {
  const sentence = parts.map(plain).join('');
  let from = 0;
  const places = words.flatMap((word) => {
    const at = sentence.indexOf(word.text, from);
    // The dictionary leaves out spaces. A word that it has changed in any other way is not found, and stays without a
    // reading.
    if (word.text === '' || at < 0) return [];
    from = at + word.text.length;
    return [{ ...word, at, end: from }];
  });
  let end = 0;
  return parts.map((part) => {
    const begin = end;
    end += plain(part).length;
    const own = places.filter((word) => word.end > begin && word.at < end);
    if (own.some((word) => word.at < begin || word.end > end)) return null;
    return withGaps(
      plain(part),
      own.map((word) => ({ ...word, at: word.at - begin })),
    );
  });
}

/** The words of a text, and what lies between them. */
function withGaps(text: string, words: readonly (DictionaryWord & { readonly at: number })[]): DictionaryWord[] {
  let end = 0;
  const all: DictionaryWord[] = [];
  for (const { at, text: word, reading } of words) {
    if (at > end) all.push({ text: text.slice(end, at), reading: null });
    all.push({ text: word, reading });
    end = at + word.length;
  }
  if (end < text.length) all.push({ text: text.slice(end), reading: null });
  return all;
}

/** Pieces as text. Neighbouring readings become one, as in {住民票|じゅうみんひょう}. */
function write(pieces: readonly AlignedPiece[]): string {
  const joined: AlignedPiece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before && before.reading !== null && piece.reading !== null) {
      joined.splice(-1, 1, { text: before.text + piece.text, reading: before.reading + piece.reading });
    } else joined.push(piece);
  }
  return joined.map(({ text, reading }) => (reading === null ? text : `{${text}|${reading}}`)).join('');
}

import type { KnownReading } from '../drafts/suggest-readings.ts';
import { type AlignedPiece, alignReading, toHiragana } from './align-reading.ts';
import type { DictionaryWord } from './dictionary-process.ts';

/** A word that the office's texts read differently from the dictionary. */
export interface ReadingDifference {
  readonly written: string;
  /** The reading in the office's texts. */
  readonly before: string;
  /** A prompt whose text has that reading. */
  readonly from: string;
  /** The reading in the dictionary. */
  readonly dictionary: string;
  /** Which of the two readings the proposal uses. */
  readonly used: string;
}

/**
 * Words for numbers of people and for days. The dictionary reads each of them as two words, a number and what is
 * counted. 一日 is left out, because it can also be read いちにち.
 */
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    一人: 'ひとり',
    二人: 'ふたり',
    二日: 'ふつか',
    三日: 'みっか',
    四日: 'よっか',
    五日: 'いつか',
    六日: 'むいか',
    七日: 'なのか',
    八日: 'ようか',
    九日: 'ここのか',
    十日: 'とおか',
    二十日: 'はつか',
  }),
);

/** Matches a text that ends in a number. After such a text, 二日 is part of a longer number, such as 十二日. */
const endsInNumber = /[〇一二三四五六七八九十百千万\d０-９]$/u;

const onlyKanji = /^\p{Script=Han}+$/u;

/**
 * Maximum number of pieces that are joined to look up a word in the office's texts. The longest terms in these texts
 * have about ten.
 */
const longestKnown = 20;

/** Decides between the readings of the dictionary and of the office's texts, and remembers where they differ. */
export function createChooser(known: ReadonlyMap<string, readonly KnownReading[]>) {
  const differences = new Map<string, ReadingDifference>();
  const unknown = new Set<string>();
  /**
   * Compares the dictionary's reading of a word with the office's texts. If the texts have a reading for the word, but
   * never the dictionary's, the difference is remembered. A word of two characters or more then gets the reading of the
   * texts.
   */
  const compare = (piece: AlignedPiece, next: string): AlignedPiece => {
    const { text, reading } = piece;
    const before = known.get(text) ?? [];
    if (reading === null || before.some((each) => toHiragana(each.reading) === reading)) return piece;
    // Before kana, only readings before the same kana count: 行く and 行う are read differently.
    const said = before.filter((each) => next === '' || each.before.has(next)).toSorted((a, b) => b.count - a.count)[0];
    if (!said) return piece;
    const used = text.length > 1 ? said.reading : reading;
    differences.set(`${text} ${said.reading} ${reading}`, {
      written: text,
      before: said.reading,
      from: said.from,
      dictionary: reading,
      used,
    });
    return { text, reading: used };
  };
  /** The pieces of a text. A word for which the office's texts have a reading is one piece. */
  const pieces = (words: readonly DictionaryWord[]): AlignedPiece[] => {
    const all = words.flatMap(({ text, reading }) =>
      (reading === null ? [{ text, reading: null }] : alignReading(text, reading)).map((piece, index, own) => {
        const next = own[index + 1]?.text[0] ?? '';
        if (piece.reading === null) for (const run of piece.text.match(/\p{Script=Han}+/gu) ?? []) unknown.add(run);
        return { ...piece, next };
      }),
    );
    const chosen: AlignedPiece[] = [];
    for (let at = 0; at < all.length; ) {
      const run = all.slice(at, at + longestKnown);
      const length = run.findIndex(({ text, reading }) => reading === null || !onlyKanji.test(text));
      let count = length < 0 ? run.length : length;
      const joined = () =>
        all
          .slice(at, at + count)
          .map(({ text }) => text)
          .join('');
      const isInNumber = endsInNumber.test(all[at - 1]?.text ?? '');
      const isWord = (text: string) => known.has(text) || (irregular.has(text) && !isInNumber);
      while (count > 1 && !isWord(joined())) count -= 1;
      const own = all.slice(at, at + Math.max(1, count));
      const read = own.every((piece) => piece.reading !== null) ? own.map((piece) => piece.reading).join('') : null;
      const text = own.map((piece) => piece.text).join('');
      const reading = isInNumber ? read : (irregular.get(text) ?? read);
      chosen.push(compare({ text, reading }, own.at(-1)?.next ?? ''));
      at += own.length;
    }
    return chosen;
  };
  return { pieces, differences, unknown };
}

/** A piece of a word. `reading` is null if the piece is written as it is read, or if its reading is unknown. */
export interface AlignedPiece {
  readonly text: string;
  readonly reading: string | null;
}

/**
 * Maximum number of characters of a word and of its reading. A longer word, or a word with a longer reading, gets no
 * reading. The longest words of the dictionary are shorter.
 */
const longest = { word: 40, reading: 80 } as const;

const runs = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;
const hasKanji = /\p{Script=Han}/u;
/** A small ヶ or ヵ, which is read か or が, as in ヶ月 and 八ヶ岳. */
const smallKana = /[ヶヵ]/u;
const kana = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;

/** Katakana as hiragana. */
export const toHiragana = (text: string): string =>
  text.replaceAll(/[ァ-ヶ]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60));

/**
 * Divides a word into its kanji, with their readings, and its kana: 届き with トドキ becomes 届 (とど) and き. If a word can be
 * divided in more than one way, or in none, everything from the first kanji to the last gets one reading. If that fails
 * too, a word with a ヶ or ヵ, such as ヶ月, gets the reading as a whole.
 * @param reading the reading of the whole word, in katakana or hiragana
 * @returns pieces that make up the word exactly. If no reading can be assigned, the only piece is the word without a
 * reading
 */
export function alignReading(word: string, reading: string): AlignedPiece[] {
  const read = toHiragana(reading);
  const bare = [{ text: word, reading: null }];
  if (!hasKanji.test(word) || !kana.test(read) || word.length > longest.word || read.length > longest.reading)
    return bare;
  const pieces = word.match(runs) ?? [];
  // Digits and letters are read somehow, but nothing shows which part of the reading is theirs.
  if (!pieces.every((piece) => hasKanji.test(piece) || kana.test(piece))) return bare;
  const [only, another] = divisions(pieces, read);
  if (only && !another) return pieces.map((text, index) => pieceOf(text, only[index] ?? ''));
  return asWhole(pieces, read) ?? (smallKana.test(word) ? [{ text: word, reading: read }] : bare);
}

const pieceOf = (text: string, reading: string): AlignedPiece => ({
  text,
  reading: hasKanji.test(text) ? reading : null,
});

/** The ways to divide a reading among pieces, two at most: the second way only shows that the first is a guess. */
function divisions([piece, ...others]: readonly string[], read: string): string[][] {
  if (piece === undefined) return read === '' ? [[]] : [];
  const found: string[][] = [];
  const lengths = hasKanji.test(piece) ? Array.from(read, (_letter, index) => index + 1) : [piece.length];
  for (const length of lengths) {
    const own = read.slice(0, length);
    if (!hasKanji.test(piece) && own !== toHiragana(piece)) continue;
    for (const rest of divisions(others, read.slice(length))) {
      found.push([own, ...rest]);
      if (found.length === 2) return found;
    }
  }
  return found;
}

/**
 * The word with one reading for everything between the kana at its ends. Null if these kana are not read as they are
 * written, or if no reading is left between them.
 */
function asWhole(pieces: readonly string[], read: string): AlignedPiece[] | null {
  const isKana = (piece: string | undefined): piece is string => piece !== undefined && !hasKanji.test(piece);
  const [first, last] = [pieces[0], pieces.at(-1)];
  const before = isKana(first) ? first : '';
  const after = isKana(last) ? last : '';
  const inside = read.slice(before.length, read.length - after.length);
  if (inside === '' || `${toHiragana(before)}${inside}${toHiragana(after)}` !== read) return null;
  const text = pieces.slice(before === '' ? 0 : 1, after === '' ? undefined : -1).join('');
  return [pieceOf(before, ''), pieceOf(text, inside), pieceOf(after, '')].filter((piece) => piece.text !== '');
}

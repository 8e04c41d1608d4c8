import type { LanguageTag } from '../../../call/line.ts';
import { normalise } from '../../../common/normalise.ts';
import type { Piece } from '../../engine.ts';
import { respellJapanese, respellJapaneseReading } from './respell-japanese.ts';
import { respellKorean } from './respell-korean.ts';

/** A silence, or a text that espeak speaks in one call and therefore with one intonation. */
export type Run =
  | { readonly kind: 'speech'; readonly text: string; readonly rate: 'normal' | 'number' }
  | { readonly kind: 'silence'; readonly milliseconds: number };

/**
 * Converts the pieces of a sentence to input for espeak. They are respelled so that espeak pronounces them correctly.
 * Adjacent pieces of the same rate are joined. Text without a letter or a digit is left out, because espeak would read
 * its punctuation aloud.
 * @throws SpeechError for Japanese text with kanji that have no reading
 */
export function toRuns(language: LanguageTag, pieces: readonly Piece[]): Run[] {
  const spell = spelling(language);
  return pieces
    .map((piece) => toRun(piece, spell))
    .reduce<Run[]>(join, [])
    .filter((run) => run.kind === 'silence' || /[\p{L}\p{N}]/u.test(run.text));
}

type Spelling = (piece: Exclude<Piece, { kind: 'pause' }>) => string;

function spelling(language: LanguageTag): Spelling {
  const { language: name } = new Intl.Locale(language);
  switch (name) {
    case 'ja':
      return (piece) => (piece.kind === 'reading' ? respellJapaneseReading(piece) : respellJapanese(piece.text));
    case 'ko':
      return (piece) => respellKorean(spokenForm(piece));
    case 'zh':
      return (piece) => respellChinese(spokenForm(piece));
    default:
      return (piece) => respellLoanwords(name, spokenForm(piece));
  }
}

function spokenForm(piece: Exclude<Piece, { kind: 'pause' }>): string {
  return piece.kind === 'reading' ? piece.reading : piece.text;
}

function toRun(piece: Piece, spell: Spelling): Run {
  if (piece.kind === 'pause') return { kind: 'silence', milliseconds: piece.milliseconds };
  // Control characters become spaces: a NUL would truncate the text, and a line break would end a sentence.
  const text = normalise(spell(piece), 'NFC').replace(/\p{Cc}/gu, ' ');
  return { kind: 'speech', text, rate: piece.kind === 'words' ? piece.rate : 'normal' };
}

function join(runs: Run[], run: Run): Run[] {
  const last = runs.at(-1);
  if (run.kind === 'silence' || last?.kind !== 'speech' || last.rate !== run.rate) return [...runs, run];
  return [...runs.slice(0, -1), { ...last, text: last.text + run.text }];
}

/**
 * Respellings of Chinese characters that espeak-ng (in version 0.3.5 of the package) spells out in English. Its
 * Mandarin lacks the syllables xiong, qiong and jiong, and it treats 兒 as a suffix. A test of every common character of
 * both scripts found these characters. espeak pronounces the syllables correctly if they are written in pinyin without
 * the i: xong is [ɕʊŋ].
 */
const chineseSpellings = new Map<string, string>([
  ...each('兄凶兇胸匈汹洶', ' xong1 '),
  ...each('熊雄', ' xong2 '),
  ...each('穷窮琼瓊穹', ' qong2 '),
  ...each('窘炯迥', ' jong3 '),
  ['兒', '儿'],
]);

/** Respells the characters that espeak cannot read, in simplified or traditional Chinese. */
function respellChinese(text: string): string {
  return Array.from(text, (character) => chineseSpellings.get(character) ?? character).join('');
}

function each(characters: string, spelling: string): [string, string][] {
  return Array.from(characters, (character) => [character, spelling]);
}

/**
 * Respellings of foreign names, by language of the sentence. A voice reads such names by the spelling rules of its own
 * language: espeak's Spanish voice says "mi numbér" for My Number, and its English voice "kyoomamoto" for Kumamoto.
 */
const loanwordSpellings = new Map<string, readonly (readonly [RegExp, string])[]>([
  ['en', [[/Kumamoto/g, 'Koomamoto']]],
  ['es', [[/My Number/g, 'mai námber']]],
  ['pt', [[/My Number/g, 'mai nâmber']]],
]);

/** @param language the language alone, such as `es` */
const respellLoanwords = (language: string, text: string): string =>
  (loanwordSpellings.get(language) ?? []).reduce((spelt, [name, spelling]) => spelt.replaceAll(name, spelling), text);

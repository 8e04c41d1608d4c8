import type { LanguageTag } from '../../../call/line.ts';
import { normalise } from '../../../common/normalise.ts';
import type { Piece } from '../../piece.ts';
import { chineseWords } from './chinese-for-ear.ts';
import { japaneseReading, japaneseWords } from './japanese-for-ear.ts';
import { koreanWords } from './korean-for-ear.ts';
import { loanwords } from './loanwords.ts';

/** What espeak is asked to speak in one go, so that it has one intonation, or a silence. */
export type Run =
  | { readonly kind: 'speech'; readonly text: string; readonly rate: 'normal' | 'number' }
  | { readonly kind: 'silence'; readonly milliseconds: number };

/**
 * The pieces of a sentence as espeak must be given them: in the spelling that it pronounces rightly, and with neighbours
 * of the same rate joined. Runs without a letter or a digit are left out: espeak would name the mark.
 * @throws SpeechError for Japanese with kanji that have no reading.
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
      return (piece) => (piece.kind === 'reading' ? japaneseReading(piece) : japaneseWords(piece.text));
    case 'ko':
      return (piece) => koreanWords(heard(piece));
    case 'zh':
      return (piece) => chineseWords(heard(piece));
    default:
      return (piece) => loanwords(name, heard(piece));
  }
}

function heard(piece: Exclude<Piece, { kind: 'pause' }>): string {
  return piece.kind === 'reading' ? piece.reading : piece.text;
}

function toRun(piece: Piece, spell: Spelling): Run {
  if (piece.kind === 'pause') return { kind: 'silence', milliseconds: piece.milliseconds };
  // A NUL would cut the text off, a line break would end a sentence.
  const text = normalise(spell(piece), 'NFC').replace(/\p{Cc}/gu, ' ');
  return { kind: 'speech', text, rate: piece.kind === 'words' ? piece.rate : 'normal' };
}

function join(runs: Run[], run: Run): Run[] {
  const last = runs.at(-1);
  if (run.kind === 'silence' || last?.kind !== 'speech' || last.rate !== run.rate) return [...runs, run];
  return [...runs.slice(0, -1), { ...last, text: last.text + run.text }];
}

import type { Bilingual } from '../common/bilingual.ts';
import { normalise } from '../common/normalise.ts';
import type { Piece, SpeechRequest, Speed } from './engine.ts';
import { rateFactor } from './rates.ts';

/**
 * Milliseconds that one spoken unit (about a syllable) takes. The bounds are wide, because they must fit every
 * language, engine and voice. In natural speech, a unit takes between 130 and 300.
 */
const unit = { least: 100, most: 400 } as const;

/**
 * Milliseconds by which a sentence may be shorter or longer than the sum of its units. This matters most in a short
 * sentence, which consists mostly of its beginning and its end.
 */
const slack = { below: 300, above: 400 } as const;

/** Milliseconds that a voice may pause at a comma or another punctuation mark. */
const maxPause = 300;

/** The shortest and longest plausible duration, in milliseconds. */
interface Span {
  readonly least: number;
  readonly most: number;
}

/**
 * Checks whether the length of a sound fits its words. The length shows whether a voice left out, spelled out or
 * repeated most of the words. The samples alone would not show this.
 * @param seconds length of the sound without the silence at its ends
 * @returns null when the length is plausible, otherwise a message that says what is wrong
 */
export function implausibleLength(
  { pieces, speed }: Pick<SpeechRequest, 'pieces' | 'speed'>,
  seconds: number,
): Bilingual | null {
  const spans = withoutOuterPauses(pieces).map((piece) => spanOf(piece, speed));
  const least = (total(spans, 'least') - slack.below) / 1000;
  const most = (total(spans, 'most') + slack.above) / 1000;
  if (seconds >= least && seconds <= most) return null;
  const [what, bound] =
    seconds < least
      ? [
          { ja: '短すぎます', en: 'short' },
          { ja: `${least.toFixed(1)}秒以上`, en: `at least ${least.toFixed(1)}` },
        ]
      : [
          { ja: '長すぎます', en: 'long' },
          { ja: `${most.toFixed(1)}秒以下`, en: `at most ${most.toFixed(1)}` },
        ];
  return {
    ja: `音声が、言葉のわりに${what.ja}。${seconds.toFixed(1)}秒ですが、${bound.ja}のはずです。`,
    en: `The sound is too ${what.en} for its words: it takes ${seconds.toFixed(1)} seconds, but should take ${bound.en}.`,
  };
}

const total = (spans: readonly Span[], end: keyof Span): number => spans.reduce((sum, span) => sum + span[end], 0);

/** Leaves out the pauses at both ends, because silence at the ends of a sound is trimmed before measuring. */
function withoutOuterPauses(pieces: readonly Piece[]): readonly Piece[] {
  const isSpoken = ({ kind }: Piece) => kind !== 'pause';
  return pieces.slice(Math.max(0, pieces.findIndex(isSpoken)), pieces.findLastIndex(isSpoken) + 1);
}

function spanOf(piece: Piece, speed: Speed): Span {
  switch (piece.kind) {
    case 'pause':
      return { least: piece.milliseconds, most: piece.milliseconds };
    case 'reading':
      return spanOfWords(piece.reading, rateFactor('normal', speed));
    case 'words':
      return spanOfWords(piece.text, rateFactor(piece.rate, speed));
  }
}

/** @param rate the factor of the normal rate; slower speech may take longer */
function spanOfWords(text: string, rate: number): Span {
  const words = normalise(text, 'NFC').match(/\p{Script=Latin}+|[\p{L}\p{N}]/gu) ?? [];
  const spans = words.map(spanOfWord);
  const pauses = (text.match(/[,;:.、，；：。·・]/g)?.length ?? 0) * maxPause;
  return { least: total(spans, 'least'), most: total(spans, 'most') / rate + pauses };
}

function spanOfWord(word: string): Span {
  if (/^\p{Script=Latin}/u.test(word)) return units(latinUnits(word));
  // A small kana forms one syllable with the kana before it, but a voice may speak the two separately.
  if (/^[ぁぃぅぇぉゃゅょァィゥェォャュョ]$/.test(word)) return { least: 0, most: unit.most };
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]$/u.test(word)) return units(1);
  // A letter of any other script may be a syllable, or a third of one. A digit may be three syllables.
  return /^\p{N}$/u.test(word)
    ? { least: unit.least, most: 3 * unit.most }
    : { least: unit.least / 3, most: unit.most };
}

const units = (count: number): Span => ({ least: count * unit.least, most: count * unit.most });

/**
 * The number of syllables, counted as groups of vowels. A voice spells out a word without vowels, such as QR, so each
 * of its letters counts.
 */
function latinUnits(word: string): number {
  const plain = normalise(word, 'NFD').replaceAll(/\p{M}/gu, '');
  return plain.match(/[aeiouy]+/gi)?.length ?? plain.length;
}

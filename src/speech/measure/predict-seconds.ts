import { spokenUnits } from '../../words/rules/spoken-units.ts';
import type { SpeechRequest } from '../engine.ts';
import type { Piece } from '../piece.ts';

/** Parts of the ordinary rate: numbers, and speech for callers who ask for it slower. */
export const rateShares = { number: 0.78, slow: 0.8 } as const;

/** Seconds a voice rests at a comma, and that its beginning and end take. */
const rest = 0.25;
const edges = 0.2;

const textOf = (piece: Piece): string => {
  if (piece.kind === 'pause') return '';
  return piece.kind === 'reading' ? piece.reading : piece.text;
};

/** Everything that is spoken, in order. */
export const spokenText = ({ pieces }: Pick<SpeechRequest, 'pieces'>): string => pieces.map(textOf).join(' ');

/** Seconds of the silences that are asked for inside a sentence, such as those between groups of digits. */
export const askedSilence = ({ pieces }: Pick<SpeechRequest, 'pieces'>): number =>
  pieces.reduce((sum, piece) => sum + (piece.kind === 'pause' ? piece.milliseconds / 1000 : 0), 0);

/**
 * How long a sentence takes at the line's rate, from the beats of its words.
 * @returns null for a language whose rate nobody has measured
 */
export function predictSeconds(request: Pick<SpeechRequest, 'language' | 'pieces' | 'speed'>): number | null {
  const units = spokenUnits(request.language);
  if (!units) return null;
  const share = request.speed === 'slow' ? rateShares.slow : 1;
  const words = request.pieces.reduce((sum, piece) => {
    const isNumber = piece.kind === 'words' && piece.rate === 'number';
    return sum + (60 * units.count(textOf(piece))) / (units.perMinute * share * (isNumber ? rateShares.number : 1));
  }, 0);
  const rests = (spokenText(request).match(/[,、，;:](?=\s*\S)/gu)?.length ?? 0) * rest;
  return words + (rests + edges) / share + askedSilence(request);
}

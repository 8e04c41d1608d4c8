import { spokenUnits } from '../../words/rules/spoken-units.ts';
import type { Piece, SpeechRequest } from '../engine.ts';
import { rateFactor } from '../rates.ts';

/** Seconds for the pause at a comma. */
const commaPause = 0.25;
/** Seconds for the beginning and the end of a sentence together. */
const edges = 0.2;

const textOf = (piece: Piece): string => {
  if (piece.kind === 'pause') return '';
  return piece.kind === 'reading' ? piece.reading : piece.text;
};

/** Everything that is spoken in a sentence, in order. */
export const spokenText = ({ pieces }: Pick<SpeechRequest, 'pieces'>): string => pieces.map(textOf).join(' ');

/** Seconds of requested silence in a sentence, such as between groups of digits. */
export const requestedSilence = ({ pieces }: Pick<SpeechRequest, 'pieces'>): number =>
  pieces.reduce((sum, piece) => sum + (piece.kind === 'pause' ? piece.milliseconds / 1000 : 0), 0);

/**
 * The seconds that a sentence takes at the line's speaking rate, predicted from the number of its morae or syllables.
 * @returns null for a language whose rate has not been measured
 */
export function predictSeconds(request: Pick<SpeechRequest, 'language' | 'pieces' | 'speed'>): number | null {
  const units = spokenUnits(request.language);
  if (!units) return null;
  const words = request.pieces.reduce((sum, piece) => {
    const factor = rateFactor(piece.kind === 'words' ? piece.rate : 'normal', request.speed);
    return sum + (60 * units.count(textOf(piece))) / (units.perMinute * factor);
  }, 0);
  const pauses = (spokenText(request).match(/[,、，;:](?=\s*\S)/gu)?.length ?? 0) * commaPause;
  return words + (pauses + edges) / rateFactor('normal', request.speed) + requestedSilence(request);
}

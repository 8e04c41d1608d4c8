import { telephoneRate } from './mu-law.ts';
import { addCuePoints, createMuLawWav } from './wav.ts';

/**
 * Silence before and after a narration, in milliseconds. The first moments after a call is connected may be lost, so a
 * narration at that time begins with a longer silence. At other times the silence is short, because the caller is
 * waiting for the first word.
 */
export const narrationShape = { lead: { afterConnecting: 300, following: 60 }, tail: 200 } as const;

/** A finished sentence, or milliseconds of silence. */
export type NarrationPart = { readonly codes: Uint8Array } | { readonly pause: number };

/**
 * Joins sentences and pauses into the audio of one turn. The result is a complete µ-law WAV file with silence before
 * and after, and with a cue point at the beginning of each sentence.
 * @param leadMilliseconds the silence before the first sentence
 * @throws RangeError when a pause is not a valid duration, or when no part has a sound, because callers would hear
 * nothing
 */
export function joinNarration(
  parts: readonly NarrationPart[],
  leadMilliseconds: number = narrationShape.lead.afterConnecting,
): Uint8Array {
  if (!parts.some((part) => 'codes' in part && part.codes.length > 0)) {
    throw new RangeError('A narration needs at least one spoken sentence.');
  }
  const lead = samplesOf(leadMilliseconds);
  const lengths = parts.map((part) => ('codes' in part ? part.codes.length : samplesOf(part.pause)));
  const wav = createMuLawWav(lengths.reduce((sum, length) => sum + length, lead + samplesOf(narrationShape.tail)));
  const starts: number[] = [];
  let position = lead;
  for (const [index, part] of parts.entries()) {
    // The file initially contains silence, so a pause only advances the position.
    if ('codes' in part) {
      wav.codes.set(part.codes, position);
      starts.push(position);
    }
    position += lengths[index] ?? 0;
  }
  return addCuePoints(wav.file, starts);
}

/** The number of samples of a silence. @throws RangeError when the duration is not valid */
export function samplesOf(milliseconds: number): number {
  if (!(milliseconds >= 0 && milliseconds < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`A pause must be a number of milliseconds, not ${milliseconds}.`);
  }
  return Math.round((milliseconds * telephoneRate) / 1000);
}

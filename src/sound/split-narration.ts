import { joinNarration, narrationShape, samplesOf } from './join-narration.ts';
import { readCuePoints, readMuLawWav } from './wav.ts';

/**
 * Splits a narration into its sentences: the reverse of `joinNarration`. The seal does not cover the cue points. To
 * reject wrong cue points, the sentences are joined again and compared with the narration.
 * @param wav a narration whose seal was checked
 * @param shape its parts in order: null for a sentence, or the milliseconds of a pause
 * @param lead the silence before the first sentence, in milliseconds
 * @returns the µ-law codes of the sentences; null if the file is not a narration of this shape
 * @throws AudioFileError if the bytes are not a µ-law WAV file
 */
export function splitNarration(wav: Uint8Array, shape: readonly (number | null)[], lead: number): Uint8Array[] | null {
  const codes = readMuLawWav(wav);
  const starts = readCuePoints(wav);
  if (starts.length !== shape.filter((part) => part === null).length) return null;
  const sentences: Uint8Array[] = [];
  let [position, next] = [samplesOf(lead), 0];
  for (const [index, part] of shape.entries()) {
    if (part !== null) {
      position += samplesOf(part);
      continue;
    }
    // A sentence ends where the pauses before the next sentence begin. The last sentence ends where the pauses after it
    // and the silence at the end begin.
    const after = shape.slice(index + 1);
    const until = after.indexOf(null);
    const silence = after
      .slice(0, until < 0 ? after.length : until)
      .reduce<number>((sum, pause) => sum + samplesOf(pause ?? 0), 0);
    next += 1;
    const end = (next < starts.length ? (starts[next] ?? 0) : codes.length - samplesOf(narrationShape.tail)) - silence;
    if (starts[next - 1] !== position || end <= position || end > codes.length) return null;
    sentences.push(codes.subarray(position, end));
    position = end;
  }
  let index = 0;
  const parts = shape.map((part) => {
    if (part !== null) return { pause: part };
    index += 1;
    return { codes: sentences[index - 1] ?? new Uint8Array() };
  });
  return Buffer.compare(readMuLawWav(joinNarration(parts, lead)), codes) === 0 ? sentences : null;
}

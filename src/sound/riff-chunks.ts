import { AudioFileError } from './audio-file-error.ts';

/** Four characters of a RIFF file, such as `WAVE` or `data`. */
function fourCharacters(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}

/**
 * Takes a RIFF/WAVE file apart: chunk name → content, as views of the same memory. Of chunks with one name the first counts.
 * Writers put what they like between `fmt ` and `data`, so nothing is assumed about where a chunk lies.
 * @throws AudioFileError when the file is empty, is not RIFF/WAVE, ends too early, or its sizes do not agree.
 */
export function readRiffChunks(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (bytes.length === 0) throw new AudioFileError('The audio file is empty: it has no bytes at all.');
  if (bytes.length < 12 || fourCharacters(bytes, 0) !== 'RIFF' || fourCharacters(bytes, 8) !== 'WAVE') {
    throw new AudioFileError('The audio file is not a WAV file: it does not begin with RIFF and WAVE.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const declared = view.getUint32(4, true) + 8;
  const chunks = new Map<string, Uint8Array>();
  let contentEnd = 12;
  let offset = 12;
  while (offset + 8 <= bytes.length) {
    const name = fourCharacters(bytes, offset);
    const size = view.getUint32(offset + 4, true);
    const start = offset + 8;
    contentEnd = start + size;
    if (contentEnd > bytes.length) {
      throw new AudioFileError(
        `The audio file is truncated: its "${name}" chunk should hold ${size} bytes, but ${bytes.length - start} are there.`,
      );
    }
    if (!chunks.has(name)) chunks.set(name, bytes.subarray(start, contentEnd));
    // Chunks begin at even offsets: an odd one is followed by a byte that belongs to nobody.
    offset = contentEnd + (size % 2);
  }
  // Some writers leave that byte out after the last chunk, or out of the count only; anything else is damage.
  const agrees = (end: number) => end === contentEnd || end === offset;
  if (!agrees(declared) || !agrees(bytes.length)) {
    throw new AudioFileError(
      `The sizes in the audio file do not agree: its head says ${declared} bytes, its chunks ${contentEnd}, and it has ${bytes.length}.`,
    );
  }
  return chunks;
}

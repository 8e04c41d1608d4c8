/** Bytes are not the audio file they should be; the message says in one sentence what is wrong. */
export class AudioFileError extends Error {
  override readonly name = 'AudioFileError';
}

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
  const view = viewOf(bytes);
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

/** `wFormatTag` values of WAV files (RFC 2361, appendix A). */
export const wavFormats = { linear: 1, muLaw: 7 } as const;

/** What a WAV file must be to be read; always mono. A rate that is not given may be any. */
export interface WantedFormat {
  readonly format: number;
  readonly bits: number;
  readonly sampleRate?: number;
}

/**
 * Checks the format of a WAV file against the one wanted and answers its sample rate.
 * @throws AudioFileError when the file has another format, does not state one, or contradicts itself.
 */
export function checkFormat(chunks: ReadonlyMap<string, Uint8Array>, wanted: WantedFormat): number {
  const chunk = chunks.get('fmt ');
  if (!chunk || chunk.length < 16) {
    throw new AudioFileError(
      'The audio file does not say which format it has: its "fmt " chunk is missing or too short.',
    );
  }
  const view = viewOf(chunk);
  const format = view.getUint16(0, true);
  const channels = view.getUint16(2, true);
  const sampleRate = view.getUint32(4, true);
  const bits = view.getUint16(14, true);
  const rateFits = wanted.sampleRate === undefined ? sampleRate > 0 : sampleRate === wanted.sampleRate;
  if (format !== wanted.format || channels !== 1 || bits !== wanted.bits || !rateFits) {
    throw new AudioFileError(
      `The audio file should be format ${wanted.format}, 1 channel, ${wanted.bits} bit, ${wanted.sampleRate ?? 'any'} Hz, ` +
        `but is format ${format}, ${channels} channel(s), ${bits} bit, ${sampleRate} Hz.`,
    );
  }
  if (view.getUint16(12, true) !== bits / 8 || view.getUint32(8, true) !== (sampleRate * bits) / 8) {
    throw new AudioFileError(
      'The sizes in the audio file do not agree: its bytes per second do not follow from its format.',
    );
  }
  return sampleRate;
}

/**
 * The samples' bytes of a WAV file.
 * @throws AudioFileError when there are none.
 */
export function soundOf(chunks: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const data = chunks.get('data');
  if (!data) throw new AudioFileError('The audio file has no "data" chunk, so there is no sound in it.');
  if (data.length === 0) throw new AudioFileError('The audio file is empty: its "data" chunk has no samples.');
  return data;
}

/** Numbers of more than one byte, read from where the bytes lie. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * A WAV file with one more chunk behind what is there. Players pass over chunks they do not know.
 * @param name four characters
 * @param content of even length
 */
export function appendChunk(wav: Uint8Array, name: string, content: Uint8Array): Uint8Array {
  const longer = new Uint8Array(wav.length + 8 + content.length);
  longer.set(wav);
  longer.set(Buffer.from(name, 'latin1'), wav.length);
  longer.set(content, wav.length + 8);
  const view = new DataView(longer.buffer);
  view.setUint32(wav.length + 4, content.length, true);
  view.setUint32(4, longer.length - 8, true);
  return longer;
}

/** A cue point of the RIFF format: id, position, `data`, two offsets of chunks, and the sample it points at. */
const pointBytes = 24;

/**
 * The same WAV file with the samples at which its sentences begin, in the standard `cue ` chunk: who shows the words can
 * mark the one that is spoken.
 */
export function addCuePoints(wav: Uint8Array, starts: readonly number[]): Uint8Array {
  const content = new Uint8Array(4 + starts.length * pointBytes);
  const view = viewOf(content);
  view.setUint32(0, starts.length, true);
  for (const [index, start] of starts.entries()) {
    const offset = 4 + index * pointBytes;
    view.setUint32(offset, index + 1, true);
    view.setUint32(offset + 4, start, true);
    content.set(Buffer.from('data', 'latin1'), offset + 8);
    view.setUint32(offset + 20, start, true);
  }
  return appendChunk(wav, 'cue ', content);
}

/**
 * The samples at which sentences begin; none when the file does not say.
 * @throws AudioFileError when the bytes are no RIFF file
 */
export function readCuePoints(wav: Uint8Array): number[] {
  const content = readRiffChunks(wav).get('cue ');
  if (!content || content.length < 4) return [];
  const view = viewOf(content);
  const count = Math.min(view.getUint32(0, true), Math.floor((content.length - 4) / pointBytes));
  return Array.from({ length: count }, (_, index) => view.getUint32(4 + index * pointBytes + 20, true));
}

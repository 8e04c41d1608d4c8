import { silenceCode, telephoneRate } from './mu-law.ts';

/** The bytes are not the audio file that was expected; the message says in one sentence what is wrong. */
export class AudioFileError extends Error {
  override readonly name = 'AudioFileError';
}

/** A four-character code of a RIFF file, such as `WAVE` or `data`. */
function fourCharacters(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}

/**
 * Splits a RIFF/WAVE file into chunks: name → content, as views of the same memory. If a name occurs twice, the first
 * one counts. Programs may write other chunks between `fmt ` and `data`, so no position is assumed.
 * @throws AudioFileError when the file is empty, is not RIFF/WAVE, is truncated, or its sizes do not agree
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
    // Chunks begin at even offsets: a padding byte follows a chunk of odd length.
    offset = contentEnd + (size % 2);
  }
  // Some programs omit the last padding byte, or do not count it. Any other difference means that the file is damaged.
  const agrees = (end: number) => end === contentEnd || end === offset;
  if (!agrees(declared) || !agrees(bytes.length)) {
    throw new AudioFileError(
      `The sizes in the audio file do not agree: its header says ${declared} bytes, its chunks end at byte ${contentEnd}, and it has ${bytes.length} bytes.`,
    );
  }
  return chunks;
}

/** `wFormatTag` values of WAV files (RFC 2361, appendix A). */
const wavFormats = { linear: 1, muLaw: 7 } as const;

/** The format that a WAV file must have, always mono. Without `sampleRate`, any rate is accepted. */
interface WantedFormat {
  readonly format: number;
  readonly bits: number;
  readonly sampleRate?: number;
}

/**
 * Checks the format of a WAV file and returns its sample rate.
 * @throws AudioFileError when the file has another format, states none, or contradicts itself
 */
function checkFormat(chunks: ReadonlyMap<string, Uint8Array>, wanted: WantedFormat): number {
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
 * The content of the `data` chunk.
 * @throws AudioFileError when the chunk is missing or empty
 */
export function soundOf(chunks: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const data = chunks.get('data');
  if (!data) throw new AudioFileError('The audio file has no "data" chunk, so there is no sound in it.');
  if (data.length === 0) throw new AudioFileError('The audio file is empty: its "data" chunk has no samples.');
  return data;
}

/** A `DataView` of exactly these bytes. */
function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Mono samples between -1 and 1. */
export interface Pcm {
  readonly samples: Float32Array;
  readonly sampleRate: number;
}

/** Bytes before the samples: the RIFF header, `fmt ` with its extension size, `fact`, and the header of `data`. */
const headerBytes = 58;

/**
 * Creates a µ-law WAV file of silence (format 7, 8000 Hz, mono, 8 bit). `file` is the whole file. `codes` is a view of
 * its samples in the same memory, to be filled without another copy.
 */
export function createMuLawWav(sampleCount: number): { readonly file: Uint8Array; readonly codes: Uint8Array } {
  const file = new Uint8Array(headerBytes + sampleCount + (sampleCount % 2));
  const view = new DataView(file.buffer);
  const put = (offset: number, characters: string) => {
    file.set(Buffer.from(characters, 'latin1'), offset);
  };
  put(0, 'RIFF');
  view.setUint32(4, file.length - 8, true);
  put(8, 'WAVEfmt ');
  view.setUint32(16, 18, true);
  view.setUint16(20, wavFormats.muLaw, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, telephoneRate, true);
  view.setUint32(28, telephoneRate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  // Offset 36 stays zero: the size of the format extension, which every format except plain PCM must state.
  put(38, 'fact');
  view.setUint32(42, 4, true);
  view.setUint32(46, sampleCount, true);
  put(50, 'data');
  view.setUint32(54, sampleCount, true);
  return { file, codes: file.subarray(headerBytes, headerBytes + sampleCount).fill(silenceCode) };
}

/** Wraps µ-law codes in a WAV file: format 7, 8000 Hz, mono, 8 bit, with the samples starting at byte 58. */
export function writeMuLawWav(codes: Uint8Array): Uint8Array {
  const wav = createMuLawWav(codes.length);
  wav.codes.set(codes);
  return wav.file;
}

/**
 * The µ-law codes of a WAV file, as a view of the same memory.
 * @throws AudioFileError unless the bytes are a complete 8000 Hz mono µ-law WAV file with at least one sample
 */
export function readMuLawWav(bytes: Uint8Array): Uint8Array {
  const chunks = readRiffChunks(bytes);
  checkFormat(chunks, { format: wavFormats.muLaw, bits: 8, sampleRate: telephoneRate });
  const codes = soundOf(chunks);
  const fact = chunks.get('fact');
  const counted = fact && fact.length >= 4 ? viewOf(fact).getUint32(0, true) : codes.length;
  if (counted !== codes.length) {
    throw new AudioFileError(
      `The sizes in the audio file do not agree: its "fact" chunk counts ${counted} samples, but there are ${codes.length}.`,
    );
  }
  return codes;
}

/**
 * The samples of a 16-bit linear mono WAV file of any rate, such as Google's LINEAR16.
 * @throws AudioFileError unless the bytes are such a file, complete and with at least one sample
 */
export function readPcmWav(bytes: Uint8Array): Pcm {
  const chunks = readRiffChunks(bytes);
  const sampleRate = checkFormat(chunks, { format: wavFormats.linear, bits: 16 });
  const sound = soundOf(chunks);
  if (sound.length % 2 !== 0) {
    throw new AudioFileError(
      `The audio file is truncated: ${sound.length} bytes are not a whole number of 16-bit samples.`,
    );
  }
  const view = viewOf(sound);
  const samples = new Float32Array(sound.length / 2);
  for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(2 * i, true) / 32768;
  return { samples, sampleRate };
}

/**
 * Appends a chunk to a WAV file. Players skip chunks they do not know.
 * @param name four characters
 * @param content must have an even length
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

/** Bytes of one cue point: id, position, `data`, two chunk offsets, and the sample that it marks. */
const cuePointBytes = 24;

/**
 * Adds a standard `cue ` chunk with the samples at which the sentences begin, so that the sentence being spoken can be
 * highlighted on screen.
 */
export function addCuePoints(wav: Uint8Array, starts: readonly number[]): Uint8Array {
  const content = new Uint8Array(4 + starts.length * cuePointBytes);
  const view = viewOf(content);
  view.setUint32(0, starts.length, true);
  for (const [index, start] of starts.entries()) {
    const offset = 4 + index * cuePointBytes;
    view.setUint32(offset, index + 1, true);
    view.setUint32(offset + 4, start, true);
    content.set(Buffer.from('data', 'latin1'), offset + 8);
    view.setUint32(offset + 20, start, true);
  }
  return appendChunk(wav, 'cue ', content);
}

/**
 * The samples at which the sentences begin; empty when the file has no cue points.
 * @throws AudioFileError as `readRiffChunks`
 */
export function readCuePoints(wav: Uint8Array): number[] {
  const content = readRiffChunks(wav).get('cue ');
  if (!content || content.length < 4) return [];
  const view = viewOf(content);
  const count = Math.min(view.getUint32(0, true), Math.floor((content.length - 4) / cuePointBytes));
  return Array.from({ length: count }, (_, index) => view.getUint32(4 + index * cuePointBytes + 20, true));
}

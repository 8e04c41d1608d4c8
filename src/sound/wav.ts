import { silenceCode, telephoneRate } from './mu-law.ts';
import { AudioFileError, checkFormat, readRiffChunks, soundOf, viewOf, wavFormats } from './riff.ts';

/** Mono samples between -1 and 1. */
export interface Pcm {
  readonly samples: Float32Array;
  readonly sampleRate: number;
}

/** RIFF head, `fmt ` with its extension size, `fact` and the head of `data`. */
const headerBytes = 58;

/**
 * Makes a µ-law WAV file of silence (format 7, 8000 Hz, mono, 8 bit): `file` is the whole file, `codes` the place of
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
  // Offset 36 stays zero: the size of the format's extension, which every format but plain PCM must state.
  put(38, 'fact');
  view.setUint32(42, 4, true);
  view.setUint32(46, sampleCount, true);
  put(50, 'data');
  view.setUint32(54, sampleCount, true);
  return { file, codes: file.subarray(headerBytes, headerBytes + sampleCount).fill(silenceCode) };
}

/** Wraps µ-law codes as a WAV file: format 7, 8000 Hz, mono, 8 bit, with the samples from byte 58 on. */
export function writeMuLawWav(codes: Uint8Array): Uint8Array {
  const wav = createMuLawWav(codes.length);
  wav.codes.set(codes);
  return wav.file;
}

/**
 * The µ-law codes of a WAV file, as a view of the same memory.
 * @throws AudioFileError when the bytes are anything but a complete 8000 Hz mono µ-law WAV file with sound in it.
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
 * @throws AudioFileError when the bytes are anything but such a file, complete and with sound in it.
 */
export function readPcmWav(bytes: Uint8Array): Pcm {
  const chunks = readRiffChunks(bytes);
  const sampleRate = checkFormat(chunks, { format: wavFormats.linear, bits: 16 });
  const sound = soundOf(chunks);
  if (sound.length % 2 !== 0) {
    throw new AudioFileError(
      `The audio file is truncated: ${sound.length} bytes are no whole number of 16-bit samples.`,
    );
  }
  const view = viewOf(sound);
  const samples = new Float32Array(sound.length / 2);
  for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(2 * i, true) / 32768;
  return { samples, sampleRate };
}

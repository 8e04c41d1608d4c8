import { AudioFileError } from './audio-file-error.ts';

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

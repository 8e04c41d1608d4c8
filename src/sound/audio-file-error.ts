/** Bytes are not the audio file they should be; the message says in one sentence what is wrong. */
export class AudioFileError extends Error {
  override readonly name = 'AudioFileError';
}

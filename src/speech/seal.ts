import { createHash } from 'node:crypto';
import { appendChunk } from './append-chunk.ts';
import { AudioFileError } from './audio-file-error.ts';
import { readRiffChunks } from './riff-chunks.ts';
import { readMuLawWav } from './wav.ts';
import { soundOf } from './wav-chunks.ts';

/** A chunk of our own behind the sound; players pass over chunks they do not know. */
const chunkName = 'kzsh';

const digestOf = (sound: Uint8Array): Uint8Array => createHash('sha256').update(sound).digest();

/** The same WAV file with the SHA-256 of its sound behind it, so that a single changed byte is noticed later. */
export const seal = (wav: Uint8Array): Uint8Array =>
  appendChunk(wav, chunkName, digestOf(soundOf(readRiffChunks(wav))));

/**
 * The µ-law codes of a sealed WAV file, as a view of the same memory.
 * @throws AudioFileError when the file is no such file, has no seal, or was changed since it was sealed
 */
export function readSealed(bytes: Uint8Array): Uint8Array {
  const codes = readMuLawWav(bytes);
  const kept = readRiffChunks(bytes).get(chunkName);
  if (!kept) throw new AudioFileError('The audio file has no seal, so nobody can tell whether it is whole.');
  if (Buffer.compare(kept, digestOf(codes)) !== 0) {
    throw new AudioFileError('The audio file was changed since it was written: its sound does not fit its seal.');
  }
  return codes;
}

import { createHash } from 'node:crypto';
import { AudioFileError } from './audio-file-error.ts';
import { readRiffChunks } from './riff-chunks.ts';
import { readMuLawWav } from './wav.ts';
import { soundOf } from './wav-chunks.ts';

/** A chunk of our own behind the sound; players pass over chunks they do not know. */
const chunkName = 'kzsh';
const digestBytes = 32;

const digestOf = (sound: Uint8Array): Uint8Array => createHash('sha256').update(sound).digest();

/** The same WAV file with the SHA-256 of its sound behind it, so that a single changed byte is noticed later. */
export function seal(wav: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(wav.length + 8 + digestBytes);
  sealed.set(wav);
  const view = new DataView(sealed.buffer);
  sealed.set(Buffer.from(chunkName, 'latin1'), wav.length);
  view.setUint32(wav.length + 4, digestBytes, true);
  sealed.set(digestOf(soundOf(readRiffChunks(wav))), wav.length + 8);
  view.setUint32(4, sealed.length - 8, true);
  return sealed;
}

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

import { createHash } from 'node:crypto';
import { AudioFileError, appendChunk, readRiffChunks, soundOf } from './riff.ts';
import { readMuLawWav } from './wav.ts';

/** A chunk of our own behind the sound; players pass over chunks they do not know. */
const chunkName = 'kzsk';

/** What files were sealed with before 2026-11-28: the sound alone, under whatever key it lay. */
const keylessName = 'kzsh';

const digestOf = (sound: Uint8Array, key = ''): Uint8Array => createHash('sha256').update(key).update(sound).digest();

/**
 * The same WAV file with a seal behind it: the SHA-256 of its key and its sound, so that a single changed byte is noticed
 * later, and a whole file that lies under another's name as well.
 * @param key the content key under which the file is kept
 */
export const seal = (wav: Uint8Array, key: string): Uint8Array =>
  appendChunk(wav, chunkName, digestOf(soundOf(readRiffChunks(wav)), key));

/**
 * The µ-law codes of a sealed WAV file, as a view of the same memory.
 * @param key the content key under which the file was found
 * @throws AudioFileError when the file is no such file, has no seal, was changed since it was sealed, or belongs to another key
 */
export function readSealed(bytes: Uint8Array, key: string): Uint8Array {
  const codes = readMuLawWav(bytes);
  const kept = readRiffChunks(bytes).get(chunkName);
  if (!kept)
    throw new AudioFileError('The audio file has no seal with its key, so nobody can tell whether it is whole.');
  if (Buffer.compare(kept, digestOf(codes, key)) !== 0) {
    throw new AudioFileError(
      'The audio file was changed since it was written, or is another’s: its seal does not fit.',
    );
  }
  return codes;
}

/**
 * The same for a sound from the database, which keeps it in one row with its key and lets nothing be changed there: a seal
 * without the key, as earlier versions made it, is good enough. Approvals are for these very bytes, so they stay as they are.
 * @throws AudioFileError as `readSealed`
 */
export function readKept(bytes: Uint8Array, key: string): Uint8Array {
  const keyless = readRiffChunks(bytes).get(keylessName);
  if (!keyless) return readSealed(bytes, key);
  const codes = readMuLawWav(bytes);
  if (Buffer.compare(keyless, digestOf(codes)) !== 0) {
    throw new AudioFileError('The kept sound was changed since it was written: its seal does not fit.');
  }
  return codes;
}

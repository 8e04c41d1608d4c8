import { createHash } from 'node:crypto';
import { AudioFileError, appendChunk, readMuLawWav, readRiffChunks, soundOf } from './wav.ts';

/** The name of the chunk with the seal, which follows the sound. Players skip chunks that they do not know. */
const chunkName = 'kzsk';

/**
 * The name of the chunk in files sealed before 2026-11-28. That chunk contains a hash of the sound alone, without its
 * key.
 */
const keylessName = 'kzsh';

const digestOf = (sound: Uint8Array, key = ''): Uint8Array => createHash('sha256').update(key).update(sound).digest();

/**
 * Appends a seal to a WAV file: the SHA-256 of its key and its sound. With the seal, even a single changed byte of the
 * sound is noticed, and also an intact file under another key.
 * @param key the content key under which the file is stored
 */
export const seal = (wav: Uint8Array, key: string): Uint8Array =>
  appendChunk(wav, chunkName, digestOf(soundOf(readRiffChunks(wav)), key));

/**
 * The µ-law codes of a sealed WAV file, as a view of the same memory.
 * @param key the content key under which the file was found
 * @throws AudioFileError when the bytes are not a µ-law WAV file, or their seal is missing or does not fit the sound
 * and the key
 */
export function readSealed(bytes: Uint8Array, key: string): Uint8Array {
  const codes = readMuLawWav(bytes);
  const kept = readRiffChunks(bytes).get(chunkName);
  if (!kept) throw new AudioFileError('The audio file has no seal for its key, so it cannot be checked for damage.');
  if (Buffer.compare(kept, digestOf(codes, key)) !== 0) {
    throw new AudioFileError(
      'The audio file was changed after it was written, or belongs to another key: its seal does not match.',
    );
  }
  return codes;
}

/**
 * Like `readSealed`, for a sound from the database. Seals of earlier versions do not cover the key. In the database
 * they are accepted too, because sound and key are in one row, and rows never change. Such sounds are not sealed again,
 * because approvals cover these exact bytes.
 * @throws AudioFileError as `readSealed`
 */
export function readStoredSound(bytes: Uint8Array, key: string): Uint8Array {
  const keyless = readRiffChunks(bytes).get(keylessName);
  if (!keyless) return readSealed(bytes, key);
  const codes = readMuLawWav(bytes);
  if (Buffer.compare(keyless, digestOf(codes)) !== 0) {
    throw new AudioFileError('The stored sound was changed after it was written: its seal does not match.');
  }
  return codes;
}

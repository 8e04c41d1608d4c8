import { createHash } from 'node:crypto';
import { appendChunk, readMuLawWav } from '../../src/sound/wav.ts';

/** Seals a WAV file as versions before 2026-11-28 did: the seal covers the sound, but not its key. */
export const sealWithoutKey = (wav: Uint8Array): Uint8Array =>
  appendChunk(wav, 'kzsh', createHash('sha256').update(readMuLawWav(wav)).digest());

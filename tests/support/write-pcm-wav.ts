import type { Pcm } from '../../src/sound/wav.ts';

/** Writes a 16-bit linear mono WAV file like Google's LINEAR16. It has a header of 44 bytes, and then the samples. */
export function writePcmWav({ samples, sampleRate }: Pcm): Uint8Array {
  const file = Buffer.alloc(44 + 2 * samples.length);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(2 * sampleRate, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(2 * samples.length, 40);
  const largest = 32767;
  let at = 44;
  for (const sample of samples) {
    file.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * largest), at);
    at += 2;
  }
  return file;
}

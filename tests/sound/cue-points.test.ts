import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '#jest';
import { joinNarration } from '../../src/sound/join-narration.ts';
import { readSealed, readStoredSound, seal } from '../../src/sound/seal.ts';
import { addCuePoints, readCuePoints, readMuLawWav, writeMuLawWav } from '../../src/sound/wav.ts';
import { inFolder, runTool } from '../support/independent-audio.ts';
import { sealWithoutKey } from '../support/old-seal.ts';
import { testWith } from '../support/programs.ts';

const key = 'ab'.repeat(32);
const sentence = (length: number) => ({ codes: new Uint8Array(length).fill(0x80) });

describe('Cue points', () => {
  test('are where each sentence of a narration begins, after lead and pauses', () => {
    const wav = joinNarration([sentence(800), { pause: 700 }, sentence(401), { pause: 600 }, sentence(10)]);
    expect(readCuePoints(wav)).toEqual([2400, 2400 + 800 + 5600, 2400 + 800 + 5600 + 401 + 4800]);
    const codes = readMuLawWav(wav);
    for (const start of readCuePoints(wav)) expect([codes[start - 1], codes[start]]).toEqual([0xff, 0x80]);
  });

  test('are an empty list if the file has none', () => {
    expect(readCuePoints(writeMuLawWav(Uint8Array.of(1, 2)))).toEqual([]);
  });

  test('leave the sound unchanged', () => {
    const wav = writeMuLawWav(Uint8Array.of(1, 2, 3));
    expect([...readMuLawWav(addCuePoints(wav, [0, 2]))]).toEqual([1, 2, 3]);
  });

  testWith('sox', 'do not disturb other programs, nor does the seal', () => {
    const wav = seal(joinNarration([sentence(8000)]), key);
    expect(readSealed(wav, key).length).toBe(2400 + 8000 + 1600);
    inFolder((path) => {
      writeFileSync(path('in.wav'), wav);
      runTool('sox', [path('in.wav'), '-t', 'raw', '-e', 'mu-law', '-b', '8', path('out.raw')]);
      expect([...readFileSync(path('out.raw'))]).toEqual([...readMuLawWav(wav)]);
    });
  });
});

describe('The seal', () => {
  test('reveals a change of any single byte of the sound', () => {
    const sealed = seal(writeMuLawWav(Uint8Array.from({ length: 50 }, (_, index) => index)), key);
    expect(readSealed(sealed, key)).toHaveLength(50);
    for (let at = 58; at < 108; at += 1) {
      const changed = Uint8Array.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 4;
      expect(() => readSealed(changed, key)).toThrow('was changed after it was written');
    }
  });

  test('belongs to one key, and reveals an intact file with the name of another key', () => {
    const sealed = seal(writeMuLawWav(Uint8Array.of(1, 2, 3)), key);
    expect(() => readSealed(sealed, 'cd'.repeat(32))).toThrow('or belongs to another key');
    expect(() => readStoredSound(sealed, 'cd'.repeat(32))).toThrow('or belongs to another key');
  });

  test('of an earlier version, without the key, is accepted only from the database, and only if it fits the sound', () => {
    const old = sealWithoutKey(writeMuLawWav(Uint8Array.of(1, 2, 3)));
    expect([...readStoredSound(old, key)]).toEqual([1, 2, 3]);
    expect(() => readSealed(old, key)).toThrow('has no seal for its key');
    old[58] = 9;
    expect(() => readStoredSound(old, key)).toThrow('was changed after it was written');
  });

  test('is required', () => {
    expect(() => readSealed(writeMuLawWav(Uint8Array.of(1)), key)).toThrow('has no seal');
  });
});

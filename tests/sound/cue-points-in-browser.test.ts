import { expect, test } from '#jest';
import { readCuePoints as readInBrowser } from '../../src/sound/cue-points.js';
import { joinNarration } from '../../src/sound/join-narration.ts';
import { seal } from '../../src/sound/seal.ts';
import { writeMuLawWav } from '../../src/sound/wav.ts';

const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
const sentence = (length: number) => ({ codes: new Uint8Array(length).fill(0x80) });

test('the page of the phone finds the seconds at which the sentences of a narration begin', () => {
  const wav = seal(joinNarration([sentence(801), { pause: 700 }, sentence(400)]), 'a'.repeat(64));
  expect(readInBrowser(bufferOf(wav))).toEqual([0.3, 0.3 + 801 / 8000 + 0.7]);
});

test('a file without cue points, or with anything but sound, has no such seconds', () => {
  expect(readInBrowser(bufferOf(writeMuLawWav(Uint8Array.of(1, 2))))).toEqual([]);
  expect(readInBrowser(new ArrayBuffer(0))).toEqual([]);
  expect(readInBrowser(bufferOf(new TextEncoder().encode('<html>not found</html>')))).toEqual([]);
});

import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import { decodeMuLaw, encodeMuLaw, silenceCode } from '../../src/sound/mu-law.ts';
import { muLawBy } from '../support/independent-audio.ts';
import { testWith } from '../support/programs.ts';

const allCodes = Uint8Array.from({ length: 256 }, (_, code) => code);
const allValues = Int16Array.from({ length: 65536 }, (_, index) => index - 32768);
const codesOfAllValues = encodeMuLaw(Float32Array.from(allValues, (value) => value / 32768));

/** The position of a code on the curve, from the most negative to the most positive; both zeros are in the middle. */
function rank(code: number): number {
  return code < 128 ? code - 127 : 255 - code;
}

describe('µ-law codes', () => {
  test('stand for the values of G.711', () => {
    const values = decodeMuLaw(Uint8Array.of(0x80, 0x8f, 0xf0, 0xfe, 0xff, 0x7e, 0x0f, 0x00)).map((x) => x * 32768);
    expect([...values]).toEqual([32124, 16764, 120, 8, 0, -8, -16764, -32124]);
  });

  test('of exact silence are all 0xFF', () => {
    expect(silenceCode).toBe(0xff);
    expect([...encodeMuLaw(Float32Array.of(0, -0))]).toEqual([silenceCode, silenceCode]);
  });

  test('are the same after decoding and encoding, except that negative zero becomes zero', () => {
    const again = encodeMuLaw(decodeMuLaw(allCodes));
    expect([...again]).toEqual([...allCodes].map((code) => (code === 0x7f ? 0xff : code)));
  });

  test('of samples beyond full scale are the loudest ones', () => {
    expect([...encodeMuLaw(Float32Array.of(1, 7, Number.POSITIVE_INFINITY))]).toEqual([0x80, 0x80, 0x80]);
    expect([...encodeMuLaw(Float32Array.of(-1, -7, Number.NEGATIVE_INFINITY))]).toEqual([0, 0, 0]);
  });

  test('keep the order of samples', () => {
    const sample = fc.float({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const [low = 0, high = 0] = decodeMuLaw(encodeMuLaw(Float32Array.of(Math.min(a, b), Math.max(a, b))));
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });

  test('differ from a sample by at most 1/33 of it plus 5/32768 of full scale', () => {
    fc.assert(
      fc.property(fc.float({ min: Math.fround(-0.98), max: Math.fround(0.98), noNaN: true }), (sample) => {
        const [back = 0] = decodeMuLaw(encodeMuLaw(Float32Array.of(sample)));
        expect(Math.abs(back - sample)).toBeLessThanOrEqual(Math.abs(sample) / 33 + 5 / 32768);
      }),
    );
  });

  for (const tool of ['sox', 'ffmpeg'] as const) {
    testWith(tool, `are those of ${tool} for all 16-bit values, with neighbours in less than 1.5 %`, () => {
      const theirs = muLawBy(tool, allValues);
      expect(theirs).toHaveLength(65536);
      const distances = [...codesOfAllValues].map((code, i) => Math.abs(rank(code) - rank(theirs[i] ?? 0)));
      expect(distances.every((distance) => distance <= 1)).toBe(true);
      expect(distances.filter((distance) => distance > 0).length / 65536).toBeLessThan(0.015);
    });
  }
});

import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import { encodeMuLaw } from '../../src/sound/mu-law.ts';
import { writeMuLawWav } from '../../src/sound/wav.ts';
import { activeLevel } from '../../src/speech/active-level.ts';
import { levelByTheBook } from '../support/active-level-by-the-book.ts';
import { soxStats } from '../support/independent-audio.ts';
import { testWith } from '../support/programs.ts';
import { inARow, silence, speechLike, tone } from '../support/sounds.ts';

/** A pulse train: every second begins with sound for the given share of it. */
function pulses(share: number, seconds: number) {
  const pulse = inARow(tone(1000, 8000, share, 0.2), silence(8000, 1 - share));
  return Array.from({ length: seconds - 1 }).reduce<typeof pulse>((sound) => inARow(sound, pulse), pulse);
}

describe('the active speech level', () => {
  test.each([8000, 22050, 24000])('of a full-scale sine at %i Hz is -3.0 dBov, always active', (rate) => {
    const { level, activity } = activeLevel(tone(1000, rate, 3));
    expect(level).toBeCloseTo(-3.01, 1);
    expect(activity).toBeGreaterThan(0.98);
  });

  test('of a full-scale square wave is 0 dBov', () => {
    const samples = tone(100, 8000, 3).samples.map((sample) => (sample < 0 ? -1 : 1));
    expect(activeLevel({ samples, sampleRate: 8000 }).level).toBeCloseTo(0, 1);
  });

  test.each([0.5, 0.1, 0.01, 0.001])('of a sine of amplitude %p is its power', (amplitude) => {
    const { level } = activeLevel(tone(1000, 8000, 3, amplitude));
    expect(level).toBeCloseTo(20 * Math.log10(amplitude) - 3.01, 1);
  });

  test('of a tone followed by silence of the same length is the level of the tone', () => {
    const { level, activity } = activeLevel(inARow(tone(1000, 8000, 10, 0.2), silence(8000, 10)));
    expect(level).toBeCloseTo(20 * Math.log10(0.2) - 3.01, 0);
    // The 200 ms after the end of speech count as active.
    expect(activity).toBeGreaterThan(0.5);
    expect(activity).toBeLessThan(0.52);
  });

  test('leaves out what a pause has beyond its first 200 ms, and nothing of shorter pauses', () => {
    expect(activeLevel(pulses(0.85, 10)).activity).toBeGreaterThan(0.97);
    const { activity } = activeLevel(pulses(0.5, 10));
    expect(activity).toBeGreaterThan(0.7);
    expect(activity).toBeLessThan(0.8);
  });

  test('does not depend on silence before and after', () => {
    const speech = speechLike(8000, 5);
    const alone = activeLevel(speech).level;
    expect(activeLevel(inARow(silence(8000, 4), speech, silence(8000, 4))).level).toBeCloseTo(alone, 0);
  });

  test('of silence, or of no sound at all, is minus infinity', () => {
    const nothing = { level: Number.NEGATIVE_INFINITY, activity: 0 };
    expect(activeLevel(silence(8000, 1))).toEqual(nothing);
    expect(activeLevel(silence(8000, 0))).toEqual(nothing);
  });

  test('of a lone click is a number', () => {
    const click = silence(8000, 1);
    click.samples[4000] = 1;
    const { level, activity } = activeLevel(click);
    expect(level).toBeGreaterThan(-40);
    expect(level).toBeLessThan(-20);
    expect(activity).toBeGreaterThan(0);
    expect(activity).toBeLessThan(1);
  });

  test('rises with the gain', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 10, noNaN: true }), fc.nat(1000), (gain, seed) => {
        const plain = speechLike(8000, 2, 0.3, seed);
        const louder = { ...plain, samples: plain.samples.map((sample) => sample * 10 ** (gain / 20)) };
        expect(Math.abs(activeLevel(louder).level - activeLevel(plain).level - gain)).toBeLessThan(0.3);
      }),
      { numRuns: 20 },
    );
  });

  test('is the result of a literal implementation of the recommendation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(1000), fc.constantFrom(8000, 22050), (tenths, seed, rate) => {
        const words = [1, 2, 3].flatMap((word) => [
          speechLike(rate, 0.6, 0.3 / word, seed + word),
          silence(rate, tenths / 10),
        ]);
        const sound = inARow(silence(rate, 0.1), ...words);
        const expected = levelByTheBook(sound);
        expect(activeLevel(sound).level).toBeCloseTo(expected.level, 6);
        expect(activeLevel(sound).activity).toBeCloseTo(expected.activity, 6);
      }),
      { numRuns: 20 },
    );
  });

  testWith('sox', 'is the RMS level that sox measures, if the speech never pauses', () => {
    const speech = speechLike(8000, 10);
    const theirs = soxStats(writeMuLawWav(encodeMuLaw(speech.samples))).get('RMS lev dB') ?? 0;
    expect(Math.abs(activeLevel(speech).level - theirs)).toBeLessThan(0.2);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import { decodeMuLaw, silenceCode } from '../../src/sound/mu-law.ts';
import { type Pcm, writeMuLawWav } from '../../src/sound/wav.ts';
import { activeLevel } from '../../src/speech/active-level.ts';
import { finishing, finishSentence, SilentAudioError } from '../../src/speech/finish-sentence.ts';
import { integratedLoudness, soxStats } from '../support/independent-audio.ts';
import { testWith } from '../support/programs.ts';
import { inARow, peakDecibels, silence, speechLike, tone } from '../support/sounds.ts';

/** A finished sentence as a telephone decodes it. */
function heard(pcm: Pcm): Pcm {
  return { samples: decodeMuLaw(finishSentence(pcm)), sampleRate: 8000 };
}

/** Speech with a sharp peak every tenth of a second, far above its level. */
function spiky(height: number): Pcm {
  const speech = speechLike(8000, 4, 0.1);
  for (let i = 400; i < speech.samples.length; i += 800) speech.samples[i] = i % 1600 ? height : -height;
  return speech;
}

describe('a finished sentence', () => {
  test.each([22050, 24000, 16000, 8000])('has an active speech level of -22 dBov from an engine at %i Hz', (rate) => {
    for (const amplitude of [0.05, 0.3, 1]) {
      const sentence = heard(
        inARow(speechLike(rate, 2, amplitude), silence(rate, 0.7), speechLike(rate, 2, amplitude, 2)),
      );
      expect(Math.abs(activeLevel(sentence).level - finishing.level)).toBeLessThan(0.1);
      expect(peakDecibels(sentence.samples)).toBeLessThanOrEqual(finishing.peak);
    }
  });

  test('has that level however short, long, loud or paused it is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.15, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 1.5, noNaN: true }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.nat(1000),
        (seconds, pause, amplitude, seed) => {
          const words = speechLike(22050, seconds, amplitude, seed);
          const sentence = heard(inARow(words, silence(22050, pause), words));
          expect(Math.abs(activeLevel(sentence).level - finishing.level)).toBeLessThan(0.3);
          expect(peakDecibels(sentence.samples)).toBeLessThanOrEqual(finishing.peak);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('keeps its level although sharp peaks are limited', () => {
    const before = spiky(0.9);
    expect(peakDecibels(before.samples) - activeLevel(before).level).toBeGreaterThan(20);
    const sentence = heard(before);
    expect(peakDecibels(sentence.samples)).toBeLessThanOrEqual(finishing.peak);
    expect(Math.abs(activeLevel(sentence).level - finishing.level)).toBeLessThan(0.5);
  });

  test('never clips: no sample has the loudest code', () => {
    for (const before of [spiky(0.9), tone(300, 8000, 2, 1), speechLike(8000, 3, 1)]) {
      const codes = finishSentence(before);
      const loudest = peakDecibels(decodeMuLaw(codes));
      expect(loudest).toBeLessThanOrEqual(finishing.peak);
      expect([...codes].some((code) => code === 0x80 || code === 0x00)).toBe(false);
    }
  });

  test('keeps below the peak limit rather than at the level if there is nothing but peaks', () => {
    const clicks = silence(8000, 2);
    for (let i = 0; i < 16000; i += 400) clicks.samples[i] = 1;
    const sentence = heard(clicks);
    expect(peakDecibels(sentence.samples)).toBeLessThanOrEqual(finishing.peak);
    expect(peakDecibels(sentence.samples)).toBeGreaterThan(-4);
  });

  test('keeps 20 ms of the silence at its ends, and its full duration between them', () => {
    const sentence = finishSentence(inARow(silence(22050, 0.5), tone(500, 22050, 1, 0.2), silence(22050, 0.8)));
    expect(sentence.length / 8).toBeGreaterThanOrEqual(1000 + 2 * 20);
    expect(sentence.length / 8).toBeLessThanOrEqual(1000 + 2 * (20 + finishing.frame));
  });

  test('keeps 20 ms of quiet sounds before the first loud one and after the last, and no more', () => {
    const breath = tone(1000, 8000, 1, 0.001);
    const sentence = finishSentence(inARow(breath, tone(500, 8000, 1, 0.2), breath));
    expect(sentence.length / 8).toBe(1040);
  });

  test('keeps its whole duration when it fills the recording', () => {
    expect(finishSentence(tone(500, 24000, 1.5, 0.2))).toHaveLength(12000);
  });

  test('keeps written pauses as long and as silent as they were', () => {
    const group = tone(500, 22050, 0.3, 0.2);
    const codes = finishSentence(inARow(group, silence(22050, 0.4), group, silence(22050, 0.4), group));
    const inPause = (from: number) => codes.subarray((from + 4) * 8, (from + 400 - 4) * 8);
    expect(inPause(300).every((code) => code === silenceCode)).toBe(true);
    expect(inPause(1000).every((code) => code === silenceCode)).toBe(true);
    expect(codes).toHaveLength((3 * 300 + 2 * 400) * 8);
  });

  test('is faded in and out over 5 ms', () => {
    const { samples } = heard(tone(1000, 8000, 1, 0.2));
    const loudest = (from: number, to: number) => Math.max(...samples.subarray(from, to).map(Math.abs));
    const steady = loudest(4000, 4080);
    for (const edge of [
      (n: number) => loudest(n, n + 8),
      (n: number) => loudest(samples.length - n - 8, samples.length - n),
    ]) {
      expect(edge(0)).toBeLessThan(0.15 * steady);
      expect(edge(16)).toBeGreaterThan(0.3 * steady);
      expect(edge(16)).toBeLessThan(0.9 * steady);
      expect(edge(40)).toBeGreaterThan(0.9 * steady);
    }
    expect(samples.at(0)).toBe(0);
    expect(samples.at(-1)).toBeCloseTo(0, 3);
  });

  test('does not change the samples of the engine', () => {
    for (const before of [speechLike(8000, 1), speechLike(22050, 1)]) {
      const copy = before.samples.slice();
      finishSentence(before);
      expect(before.samples).toEqual(copy);
    }
  });

  test('is the same every time', () => {
    const before = speechLike(22050, 1);
    expect(finishSentence(before)).toEqual(finishSentence(before));
  });

  test.each([
    ['no samples', silence(22050, 0)],
    ['nothing but zeros', silence(22050, 1)],
    ['only noise below the threshold', tone(1000, 8000, 1, 0.004)],
    ['samples that are no numbers', { samples: new Float32Array(8000).fill(Number.NaN), sampleRate: 8000 }],
  ])('is not made of %s', (_what, pcm) => {
    expect(() => finishSentence(pcm)).toThrow(SilentAudioError);
    expect(() => finishSentence(pcm)).toThrow(/answered with silence: nothing is louder than -50 dBFS/);
  });

  testWith('sox', 'has an RMS of -22 dB and a peak of at most -3 dB, measured by sox', () => {
    const stats = soxStats(writeMuLawWav(finishSentence(speechLike(22050, 10))));
    expect(Math.abs((stats.get('RMS lev dB') ?? 0) - finishing.level)).toBeLessThan(0.3);
    expect(stats.get('Pk lev dB')).toBeLessThanOrEqual(finishing.peak);
    expect(stats.get('Length s')).toBeCloseTo(10, 1);
  });

  testWith('ffmpeg', 'has a loudness of -22 LUFS, measured by ffmpeg', () => {
    // At 1 kHz the filter of LUFS changes almost nothing, so LUFS and dBov are the same number.
    const words = inARow(tone(1000, 22050, 3, 0.3), silence(22050, 3), tone(1000, 22050, 3, 0.3));
    expect(Math.abs(integratedLoudness(writeMuLawWav(finishSentence(words))) - finishing.level)).toBeLessThan(0.5);
  });
});

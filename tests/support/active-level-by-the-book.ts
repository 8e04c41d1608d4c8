import type { Pcm } from '../../src/sound/wav.ts';

/**
 * Measures the active speech level (ITU-T P.56, method B) exactly as the standard describes it. Every sample is
 * compared with every threshold, and each threshold has its own hangover counter. This code is slow but simple. Tests
 * compare the product's code with it.
 * @returns the level in decibels relative to full scale, and the active part of the time from 0 to 1
 * @throws Error if the level is outside the range of the thresholds
 */
export function levelByTheBook({ samples, sampleRate }: Pcm): { readonly level: number; readonly activity: number } {
  const g = Math.exp(-1 / (sampleRate * 0.03));
  const hangover = Math.ceil(0.2 * sampleRate);
  let squares = 0;
  for (const x of samples) squares += x * x;
  const longTerm = 10 * Math.log10(squares / samples.length);
  let before: { readonly level: number; readonly threshold: number } | undefined;
  for (let j = 0; j < 15; j++) {
    const c = 2 ** (j - 15);
    let p = 0;
    let q = 0;
    let h = hangover;
    let active = 0;
    for (const x of samples) {
      p = g * p + (1 - g) * Math.abs(x);
      q = g * q + (1 - g) * p;
      if (q >= c) {
        active++;
        h = 0;
      } else if (h < hangover) {
        active++;
        h++;
      }
    }
    const level = 10 * Math.log10(squares / active);
    const threshold = 20 * Math.log10(c);
    if (level - threshold <= 15.9 && before) {
      const from = before.level - before.threshold - 15.9;
      const to = level - threshold - 15.9;
      const found = before.level + ((level - before.level) * from) / (from - to);
      return { level: found, activity: 10 ** ((longTerm - found) / 10) };
    }
    before = { level, threshold };
  }
  throw new Error('The sound is too loud or too quiet for the thresholds.');
}

import type { Pcm } from '../sound/wav.ts';

/** The amplitude ratio of a level in dB: -20 → 0.1. */
export function amplitudeOf(decibels: number): number {
  return 10 ** (decibels / 20);
}

/** The level in dB of a power ratio: 0.01 → -20. The level of a power of 0 is -Infinity. */
export function decibelsOfPower(power: number): number {
  return 10 * Math.log10(power);
}

/** Time constant of the envelope, in seconds. */
const smoothing = 0.03;

/** How long a signal still counts as speech after the envelope has fallen below a threshold, in seconds. */
const hangover = 0.2;

/** How far the active level is above the threshold that decides which samples are active, in dB. */
const margin = 15.9;

/** Thresholds 6.02 dB apart, as fractions of full scale: 2^-15, the smallest 16-bit value, to 2^-1. */
const thresholds = Float64Array.from({ length: 15 }, (_, j) => 2 ** (j - 15));

/** This value stands for a threshold after the last one. No envelope reaches it. */
const unreachable = Number.POSITIVE_INFINITY;

interface ActiveLevel {
  /** dBov: 0 is the power of a full-scale square wave, so a full-scale sine has -3.0; silence has -Infinity. */
  readonly level: number;
  /** Fraction of the time that contains speech, 0 to 1. */
  readonly activity: number;
}

/**
 * Measures the active speech level by ITU-T P.56, method B. This is the mean power over the time that contains speech.
 * If a pause is longer than 200 ms, the rest of it is left out. Without any sound, the level is -Infinity.
 */
export function activeLevel(pcm: Pcm): ActiveLevel {
  const { power, activeSamples } = countActivity(pcm);
  if (power === 0) return { level: Number.NEGATIVE_INFINITY, activity: 0 };
  const longTerm = decibelsOfPower(power / pcm.samples.length);
  // Short clicks may never reach the threshold that decides. In that case, the highest threshold that they reach is
  // used instead.
  let level = longTerm;
  let excess = 0;
  for (const [j, count] of activeSamples.entries()) {
    if (count === 0) break;
    const next = decibelsOfPower(power / count);
    const nextExcess = next - decibelsOfPower((thresholds[j] ?? 0) ** 2) - margin;
    if (nextExcess <= 0) {
      // The level at which the excess is zero, interpolated between the previous threshold and this one.
      level = j === 0 ? next : level + (excess / (excess - nextExcess)) * (next - level);
      break;
    }
    level = next;
    excess = nextExcess;
  }
  return { level, activity: 10 ** ((longTerm - level) / 10) };
}

/**
 * Measures the total power of all samples, and counts the active samples for each threshold. Below a threshold, samples
 * are active only during the hangover. To be fast, the function does not test every threshold at every sample: it only
 * records when the envelope crosses a threshold.
 */
function countActivity({ samples, sampleRate }: Pcm): { power: number; activeSamples: Float64Array } {
  const keep = Math.exp(-1 / (smoothing * sampleRate));
  const hangoverSamples = Math.ceil(hangover * sampleRate);
  const activeSamples = new Float64Array(thresholds.length).fill(samples.length);
  // For each threshold, the sample at which the envelope fell below it. With the start value, there is no hangover
  // before the first sound.
  const gapStarts = new Float64Array(thresholds.length).fill(-hangoverSamples);
  const endGap = (threshold: number, at: number) => {
    const inactive = Math.max(0, at - (gapStarts[threshold] ?? 0) - hangoverSamples);
    activeSamples[threshold] = (activeSamples[threshold] ?? 0) - inactive;
  };
  let power = 0;
  let smooth = 0;
  let envelope = 0;
  let reached = 0;
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i] ?? 0;
    power += sample * sample;
    smooth = keep * smooth + (1 - keep) * (sample < 0 ? -sample : sample);
    envelope = keep * envelope + (1 - keep) * smooth;
    while (envelope >= (thresholds[reached] ?? unreachable)) endGap(reached++, i);
    while (envelope < (thresholds[reached - 1] ?? 0)) gapStarts[--reached] = i;
  }
  for (let j = reached; j < thresholds.length; j++) endGap(j, samples.length);
  return { power, activeSamples };
}

import { ExplainedError } from '../common/explained-error.ts';
import { encodeMuLaw, telephoneRate } from '../sound/mu-law.ts';
import type { Pcm } from '../sound/wav.ts';
import { activeLevel, amplitudeOf } from './active-level.ts';
import { amplifyWithin } from './limiter.ts';
import { resample } from './resample.ts';

/**
 * Parameters for finishing a sentence for the telephone. All of them affect the sound, so all are part of the cache
 * key.
 */
export const finishing = {
  /** Increment when a change to the code changes the sound although no value below has changed. */
  version: 1,
  /** Samples a second. */
  sampleRate: telephoneRate,
  /**
   * Active speech level (ITU-T P.56), in dBov. RFC 7874 section 4 asks for -19 dBm0. It also gives this level as an RMS
   * of 2600 of 32767, which is -22 dBov.
   */
  level: -22,
  /** Level of the loudest sample allowed, in dBFS. */
  peak: -3,
  /**
   * The level below which frames are trimmed at both ends, in dBFS. The level of a frame is its RMS. A full-scale
   * square wave has 0.
   */
  trim: -50,
  /** Maximum milliseconds of quiet that are kept at each end, so that no soft consonant is lost. */
  keep: 20,
  /** Length of the fade at either end, in milliseconds. */
  fade: 5,
  /** Length in milliseconds of a frame: for trimming, for measuring silences, and for the gain ramps of the limiter. */
  frame: 10,
} as const;

/**
 * Maximum rounds of amplification. Limiting the peaks lowers the level, so the next round uses a higher gain. After the
 * last round, the remaining error is accepted.
 */
const maxRounds = 8;

/** Tolerance for the target level, in dB. */
const tolerance = 0.02;

/** An engine returned silence for a sentence. Silence must not be published as if it were speech. */
export class SilentAudioError extends ExplainedError {
  override readonly name = 'SilentAudioError';
}

/**
 * Converts the output of an engine to µ-law codes at 8000 Hz, ready to be joined:
 * - Silence at both ends is trimmed, and both ends are faded.
 * - Every sentence gets the same active speech level.
 * - No peak exceeds the limit. If the peaks are more extreme than those of speech, the limit takes precedence over the
 *   level.
 * - Pauses inside the sentence keep their length. Any noise in them is amplified together with the speech.
 * @throws SilentAudioError when no frame of the sound reaches the trimming threshold, or the sound is empty
 * @throws RangeError when the sample rate is not valid
 */
export function finishSentence(pcm: Pcm): Uint8Array {
  const frame = samplesOf(finishing.frame);
  const spoken = trimEnds(resample(pcm, finishing.sampleRate), {
    threshold: amplitudeOf(finishing.trim),
    frame,
    keep: samplesOf(finishing.keep),
  });
  const before = levelOf(spoken);
  if (!Number.isFinite(before)) {
    throw new SilentAudioError({
      ja: `音声エンジンの音声に音がありません(${finishing.trim} dBFSより大きいところがありません)。`,
      en: `The speech engine answered with silence: nothing is louder than ${finishing.trim} dBFS.`,
    });
  }
  const finished = new Float32Array(spoken.length);
  const ceiling = amplitudeOf(finishing.peak);
  let wanted = finishing.level - before;
  for (let round = 0; round < maxRounds; round++) {
    amplifyWithin(spoken, finished, { gain: amplitudeOf(wanted), ceiling, frame });
    fadeEnds(finished, samplesOf(finishing.fade));
    const missing = finishing.level - levelOf(finished);
    if (Math.abs(missing) < tolerance) break;
    wanted += missing;
  }
  // Encoding does not raise a peak above the ceiling: the largest code for a sample below the ceiling decodes to
  // -3.1 dBFS.
  return encodeMuLaw(finished);
}

function samplesOf(milliseconds: number): number {
  return (milliseconds * finishing.sampleRate) / 1000;
}

function levelOf(samples: Float32Array): number {
  return activeLevel({ samples, sampleRate: finishing.sampleRate }).level;
}

/** Fades the beginning in and the end out. Each fade follows half a period of a cosine. */
function fadeEnds(samples: Float32Array, length: number): void {
  const reach = Math.min(length, Math.floor(samples.length / 2));
  for (let i = 0; i < reach; i++) {
    const factor = (1 - Math.cos((Math.PI * i) / reach)) / 2;
    const end = samples.length - 1 - i;
    samples[i] = (samples[i] ?? 0) * factor;
    samples[end] = (samples[end] ?? 0) * factor;
  }
}

/**
 * Trims quiet frames from both ends, but keeps a little of the quiet. Everything between the first and the last loud
 * frame is unchanged.
 * @param threshold RMS amplitude from which a frame is loud
 * @param frame samples in a frame
 * @param keep maximum samples of quiet that are kept at each end
 * @returns a view of the same samples; empty if no frame is loud
 */
export function trimEnds(
  samples: Float32Array,
  { threshold, frame, keep }: { readonly threshold: number; readonly frame: number; readonly keep: number },
): Float32Array {
  const frames = Math.ceil(samples.length / frame);
  const isLoud = (index: number) => powerOf(samples.subarray(index * frame, (index + 1) * frame)) >= threshold ** 2;
  let first = 0;
  while (first < frames && !isLoud(first)) first++;
  let last = frames - 1;
  while (last > first && !isLoud(last)) last--;
  if (first === frames) return samples.subarray(0, 0);
  return samples.subarray(Math.max(0, first * frame - keep), Math.min(samples.length, (last + 1) * frame + keep));
}

/** The mean power of some samples. */
function powerOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return sum / samples.length;
}

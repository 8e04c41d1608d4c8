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
  /** Increment when the same input gives other samples although no value below has changed. */
  version: 1,
  /** Samples a second. */
  sampleRate: telephoneRate,
  /**
   * Active speech level (ITU-T P.56), dBov: RFC 7874 section 4 asks for -19 dBm0, given there as an RMS of 2600 of
   * 32767.
   */
  level: -22,
  /** Level of the loudest sample allowed, dBFS. */
  peak: -3,
  /** Frames below this level are trimmed at either end, dBFS (RMS of one frame, 0 being a full-scale square wave). */
  trim: -50,
  /** Quiet kept at each end, so that no soft consonant is lost, milliseconds. */
  keep: 20,
  /** Length of the fade at either end, milliseconds. */
  fade: 5,
  /** Frame length for measuring loudness and for the gain ramps of the limiter, milliseconds. */
  frame: 10,
} as const;

/**
 * Maximum rounds of amplification. Limiting the peaks lowers the level, so each round raises the gain. After the last
 * round the remaining error is accepted.
 */
const maxRounds = 8;

/** Tolerance for the target level, dB. */
const tolerance = 0.02;

/** An engine answered a sentence with silence, which must not be published as if it were speech. */
export class SilentAudioError extends ExplainedError {
  override readonly name = 'SilentAudioError';
}

/**
 * Converts the output of an engine to µ-law codes at 8000 Hz, ready to be joined. Silence at both ends is trimmed, the
 * edges are faded, the active speech level is always the same, and no peak exceeds the limit. Pauses inside keep their
 * length, but any noise in them is amplified together with the speech. In a sound whose peaks are more extreme than
 * those of speech, the limit takes precedence over the level.
 * @throws SilentAudioError when no part of the sound is louder than the trimming threshold, or the sound is empty.
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
  // The largest code whose interval begins below the ceiling decodes to -3.1 dBFS, so coding raises no peak above the
  // ceiling.
  return encodeMuLaw(finished);
}

function samplesOf(milliseconds: number): number {
  return (milliseconds * finishing.sampleRate) / 1000;
}

function levelOf(samples: Float32Array): number {
  return activeLevel({ samples, sampleRate: finishing.sampleRate }).level;
}

/** Fades the beginning in and the end out, each along half a period of a cosine. */
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
 * Trims quiet frames from both ends and keeps a little of the quiet. Everything between the first and the last loud
 * frame is unchanged. Returns a view of the same samples, empty when no frame is loud.
 * @param threshold RMS amplitude from which a frame is loud
 * @param frame samples in a frame
 * @param keep samples of quiet kept at each end, as far as there are any
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

import { encodeMuLaw, telephoneRate } from '../sound/mu-law.ts';
import type { Pcm } from '../sound/wav.ts';
import { activeLevel, amplitudeOf } from './active-level.ts';
import { amplifyWithin } from './limiter.ts';
import { resample } from './resample.ts';
import { trimEnds } from './trim-ends.ts';

/** How a sentence is finished for the telephone. All of it changes the sound, so all of it is part of the cache key. */
export const finishing = {
  /** Raised whenever the same samples would come out different although no value below has changed. */
  version: 1,
  /** Samples a second. */
  sampleRate: telephoneRate,
  /** Active speech level (ITU-T P.56), dBov: RFC 7874 section 4 wants -19 dBm0, given there as an RMS of 2600 of 32767. */
  level: -22,
  /** Loudest sample, dBFS. */
  peak: -3,
  /** What is quieter at either end is cut off, dBFS (RMS of one frame, 0 being a full-scale square wave). */
  trim: -50,
  /** How much of the quiet is kept, so that no soft consonant is lost, milliseconds. */
  keep: 20,
  /** Length of the fade at either end, milliseconds. */
  fade: 5,
  /** Frames in which loudness is judged and the limiter bends its gain, milliseconds. */
  frame: 10,
} as const;

/** Limiting peaks takes level away, which more gain gives back; after so many rounds what is left is not worth it. */
const rounds = 8;

/** Near enough to the wanted level, dB. */
const nearEnough = 0.02;

/** An engine answered a sentence with silence; it must not be published as if it had been spoken. */
export class SilentAudioError extends Error {
  override readonly name = 'SilentAudioError';
}

/**
 * Turns what an engine has spoken into µ-law codes at 8000 Hz, ready to be joined: silence at both ends cut off, the
 * active speech level always the same, no peak above the limit, soft edges. Pauses inside stay as long and as silent
 * as they were. Of sounds with extreme peaks, which speech is not, the limit wins over the level.
 * @throws SilentAudioError when no part of the recording is louder than the trimming threshold, or it is no sound at all.
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
    throw new SilentAudioError(
      `The speech engine answered with silence: nothing is louder than ${finishing.trim} dBFS.`,
    );
  }
  const finished = new Float32Array(spoken.length);
  const ceiling = amplitudeOf(finishing.peak);
  let wanted = finishing.level - before;
  for (let round = 0; round < rounds; round++) {
    amplifyWithin(spoken, finished, { gain: amplitudeOf(wanted), ceiling, frame });
    fadeEnds(finished, samplesOf(finishing.fade));
    const missing = finishing.level - levelOf(finished);
    if (Math.abs(missing) < nearEnough) break;
    wanted += missing;
  }
  // The largest code whose interval begins under the ceiling stands for -3.1 dBFS: coding adds nothing to a peak.
  return encodeMuLaw(finished);
}

function samplesOf(milliseconds: number): number {
  return (milliseconds * finishing.sampleRate) / 1000;
}

function levelOf(samples: Float32Array): number {
  return activeLevel({ samples, sampleRate: finishing.sampleRate }).level;
}

/** Lets the sound begin from and end in nothing, along half a period of a cosine. */
function fadeEnds(samples: Float32Array, length: number): void {
  const reach = Math.min(length, Math.floor(samples.length / 2));
  for (let i = 0; i < reach; i++) {
    const factor = (1 - Math.cos((Math.PI * i) / reach)) / 2;
    const end = samples.length - 1 - i;
    samples[i] = (samples[i] ?? 0) * factor;
    samples[end] = (samples[end] ?? 0) * factor;
  }
}

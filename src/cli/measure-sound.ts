import { decodeMuLaw, telephoneRate } from '../sound/mu-law.ts';
import type { Pcm } from '../sound/wav.ts';
import { activeLevel, decibelsOfPower } from '../speech/active-level.ts';
import { SpeechError, type SpeechRequest } from '../speech/engine.ts';
import { finishSentence } from '../speech/finish-sentence.ts';
import { implausibleLength } from '../speech/plausible-length.ts';

interface Loudness {
  /** Active speech level, dBov. */
  readonly level: number;
  /** Loudest sample, dBFS. */
  readonly peak: number;
}

/** One sentence as the voice gave it, and as callers get it. */
export interface Measured {
  /** Samples a second, of the voice. */
  readonly sampleRate: number;
  /** Without the silence at both ends. */
  readonly seconds: number;
  readonly voice: Loudness;
  readonly telephone: Loudness;
}

/**
 * Measures a sentence before and after it has been finished for the telephone.
 * @throws SpeechError when the length cannot be that of its words
 * @throws SilentAudioError when there is nothing to hear
 */
export function measureSound(request: SpeechRequest, pcm: Pcm): Measured {
  const finished: Pcm = { samples: decodeMuLaw(finishSentence(pcm)), sampleRate: telephoneRate };
  const seconds = finished.samples.length / telephoneRate;
  const problem = implausibleLength(request, seconds);
  if (problem !== null) throw new SpeechError(problem);
  return { sampleRate: pcm.sampleRate, seconds, voice: loudnessOf(pcm), telephone: loudnessOf(finished) };
}

function loudnessOf(pcm: Pcm): Loudness {
  const peak = pcm.samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
  return { level: activeLevel(pcm).level, peak: decibelsOfPower(peak ** 2) };
}

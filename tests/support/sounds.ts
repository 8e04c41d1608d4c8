import type { Pcm } from '../../src/sound/wav.ts';

/** Test sounds: made by arithmetic, the same in every run. */

// Inside jest a global is found slowly, which a sound of many samples feels.
const { cos, imul, PI, sin } = Math;

export function tone(hertz: number, sampleRate: number, seconds: number, amplitude = 1): Pcm {
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  for (let i = 0; i < samples.length; i++) {
    samples[i] = amplitude * sin((2 * PI * hertz * i) / sampleRate);
  }
  return { samples, sampleRate };
}

export function silence(sampleRate: number, seconds: number): Pcm {
  return { samples: new Float32Array(Math.round(seconds * sampleRate)), sampleRate };
}

/**
 * Noise with the outline of speech: four syllables a second, peaks 14 dB above the mean as voices have them, and a
 * spectrum that falls with frequency.
 */
export function speechLike(sampleRate: number, seconds: number, amplitude = 0.3, seed = 1): Pcm {
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  let state = seed;
  let low = 0;
  const smoothing = Math.exp((-2 * PI * 1000) / sampleRate);
  for (let i = 0; i < samples.length; i++) {
    let noise = -3;
    for (let k = 0; k < 6; k++) {
      state = (imul(state, 1664525) + 1013904223) >>> 0;
      noise += state / 2 ** 32;
    }
    low = smoothing * low + (1 - smoothing) * noise;
    samples[i] = amplitude * low * sin((PI * 4 * i) / sampleRate) ** 2;
  }
  return { samples, sampleRate };
}

/** One sound after the other; all of one rate. */
export function inARow(...sounds: readonly [Pcm, ...Pcm[]]): Pcm {
  const samples = new Float32Array(sounds.reduce((sum, sound) => sum + sound.samples.length, 0));
  let position = 0;
  for (const sound of sounds) {
    samples.set(sound.samples, position);
    position += sound.samples.length;
  }
  return { samples, sampleRate: sounds[0].sampleRate };
}

/** The amplitude of one frequency in a sound, by correlation under a Hann window: other frequencies do not disturb it. */
export function amplitudeAt(hertz: number, { samples, sampleRate }: Pcm): number {
  let real = 0;
  let imaginary = 0;
  for (const [i, sample] of samples.entries()) {
    const windowed = sample * (1 - cos((2 * PI * i) / samples.length));
    real += windowed * cos((2 * PI * hertz * i) / sampleRate);
    imaginary += windowed * sin((2 * PI * hertz * i) / sampleRate);
  }
  return (2 * Math.hypot(real, imaginary)) / samples.length;
}

/** RMS in dB, 0 being a full-scale square wave. */
export function rmsDecibels(samples: Float32Array): number {
  return 10 * Math.log10(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

/** The loudest sample in dB of full scale. */
export function peakDecibels(samples: Float32Array): number {
  return (
    20 * Math.log10(samples.reduce((peak, sample) => (sample > peak ? sample : -sample > peak ? -sample : peak), 0))
  );
}

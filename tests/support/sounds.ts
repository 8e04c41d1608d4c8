import type { Pcm } from '../../src/sound/wav.ts';

/* Test sounds. They are calculated, and are the same in every run. */

export function tone(hertz: number, sampleRate: number, seconds: number, amplitude = 1): Pcm {
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  for (let i = 0; i < samples.length; i++) {
    samples[i] = amplitude * Math.sin((2 * Math.PI * hertz * i) / sampleRate);
  }
  return { samples, sampleRate };
}

export function silence(sampleRate: number, seconds: number): Pcm {
  return { samples: new Float32Array(Math.round(seconds * sampleRate)), sampleRate };
}

/**
 * Noise that resembles speech. It has four syllables a second, and its spectrum falls with frequency. As in
 * voices, its peaks are 14 dB above the mean level.
 */
export function speechLike(sampleRate: number, seconds: number, amplitude = 0.3, seed = 1): Pcm {
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  let state = seed;
  let low = 0;
  const smoothing = Math.exp((-2 * Math.PI * 1000) / sampleRate);
  for (let i = 0; i < samples.length; i++) {
    let noise = -3;
    for (let k = 0; k < 6; k++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      noise += state / 2 ** 32;
    }
    low = smoothing * low + (1 - smoothing) * noise;
    samples[i] = amplitude * low * Math.sin((Math.PI * 4 * i) / sampleRate) ** 2;
  }
  return { samples, sampleRate };
}

/** Joins sounds one after another. All must have the same sample rate. */
export function inARow(...sounds: readonly [Pcm, ...Pcm[]]): Pcm {
  const samples = new Float32Array(sounds.reduce((sum, sound) => sum + sound.samples.length, 0));
  let position = 0;
  for (const sound of sounds) {
    samples.set(sound.samples, position);
    position += sound.samples.length;
  }
  return { samples, sampleRate: sounds[0].sampleRate };
}

/** The amplitude of one frequency in a sound, by correlation. A Hann window suppresses the other frequencies. */
export function amplitudeAt(hertz: number, { samples, sampleRate }: Pcm): number {
  let real = 0;
  let imaginary = 0;
  for (const [i, sample] of samples.entries()) {
    const windowed = sample * (1 - Math.cos((2 * Math.PI * i) / samples.length));
    real += windowed * Math.cos((2 * Math.PI * hertz * i) / sampleRate);
    imaginary += windowed * Math.sin((2 * Math.PI * hertz * i) / sampleRate);
  }
  return (2 * Math.hypot(real, imaginary)) / samples.length;
}

/** The RMS level in dB. A full-scale square wave has 0 dB. */
export function rmsDecibels(samples: Float32Array): number {
  return 10 * Math.log10(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

/** The level of the loudest sample in dB relative to full scale. */
export function peakDecibels(samples: Float32Array): number {
  return (
    20 * Math.log10(samples.reduce((peak, sample) => (sample > peak ? sample : -sample > peak ? -sample : peak), 0))
  );
}

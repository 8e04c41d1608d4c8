import { describe, expect, test } from '#jest';
import { resample } from '../../src/speech/resample.ts';
import { amplitudeAt, inARow, rmsDecibels, silence, tone } from '../support/sounds.ts';

const decibels = (amplitude: number) => 20 * Math.log10(amplitude);

/** The middle of a resampled tone, without the edges, where the filter reaches beyond the tone. */
function middle(samples: Float32Array): Float32Array {
  return samples.subarray(200, samples.length - 200);
}

describe.each([22050, 24000, 16000, 44100, 48000])('resampling from %i Hz to the telephone', (rate) => {
  test('leaves tones up to 3400 Hz as loud as they were', () => {
    for (const hertz of [50, 300, 1000, 2000, 3000, 3400]) {
      const heard = middle(resample(tone(hertz, rate, 0.5), 8000));
      expect(Math.abs(decibels(amplitudeAt(hertz, { samples: heard, sampleRate: 8000 })))).toBeLessThan(0.05);
    }
  });

  test('reduces tones from 4200 Hz on to less than -60 dB', () => {
    for (let hertz = 4200; hertz < rate / 2; hertz += 350) {
      expect(rmsDecibels(middle(resample(tone(hertz, rate, 0.3), 8000)))).toBeLessThan(-63);
    }
  });

  test('adds nothing else to a tone', () => {
    const heard = middle(resample(tone(1000, rate, 0.5), 8000));
    const amplitude = amplitudeAt(1000, { samples: heard, sampleRate: 8000 });
    const start = 200 / 8000;
    const rest = heard.map((x, i) => x - amplitude * Math.sin(2 * Math.PI * 1000 * (i / 8000 + start)));
    expect(rmsDecibels(rest)).toBeLessThan(-60);
  });

  test('keeps the duration and makes no delay', () => {
    const click = silence(rate, 1);
    click.samples[rate / 2] = 1;
    const heard = resample(click, 8000);
    expect(heard).toHaveLength(8000);
    expect(heard.indexOf(Math.max(...heard))).toBe(4000);
  });

  test('keeps a constant signal constant, so that no phase of the filter is louder than another', () => {
    const heard = middle(resample({ samples: new Float32Array(rate / 2).fill(0.5), sampleRate: rate }, 8000));
    for (const sample of heard) expect(sample).toBeCloseTo(0.5, 6);
  });

  test('keeps exact silence exactly silent', () => {
    const heard = resample(inARow(tone(700, rate, 0.2), silence(rate, 0.4), tone(700, rate, 0.2)), 8000);
    expect(heard.subarray(1600 + 32, 1600 + 3200 - 32).every((sample) => sample === 0)).toBe(true);
  });
});

describe('resampling', () => {
  test('returns the same samples when the rate does not change', () => {
    const { samples } = tone(440, 8000, 0.1);
    expect(resample({ samples, sampleRate: 8000 }, 8000)).toBe(samples);
  });

  test('can also raise the rate, without mirror images', () => {
    const heard = { samples: middle(resample(tone(1000, 8000, 0.5), 22050)), sampleRate: 22050 };
    expect(Math.abs(decibels(amplitudeAt(1000, heard)))).toBeLessThan(0.05);
    expect(decibels(amplitudeAt(7000, heard))).toBeLessThan(-60);
  });

  test('accepts sounds shorter than its filter, even empty ones', () => {
    expect(resample({ samples: new Float32Array(), sampleRate: 22050 }, 8000)).toHaveLength(0);
    expect(resample({ samples: Float32Array.of(0.5, 0.5, 0.5), sampleRate: 24000 }, 8000)).toHaveLength(1);
  });

  test.each([0, -8000, 22050.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %p samples a second', (rate) => {
    expect(() => resample({ samples: Float32Array.of(1), sampleRate: rate }, 8000)).toThrow(RangeError);
    expect(() => resample({ samples: Float32Array.of(1), sampleRate: 8000 }, rate)).toThrow(/positive whole number/);
  });
});

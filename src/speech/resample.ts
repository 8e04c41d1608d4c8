import type { Pcm } from '../sound/wav.ts';
import { type PhaseTable, phaseTable } from './phase-table.ts';

/**
 * The tables made so far, by input and output rate. Engines use very few different rates, so few tables are kept, and each
 * is made only once.
 */
const tables = new Map<string, PhaseTable>();

/**
 * Changes the sample rate with a polyphase windowed sinc filter, without delay. The filter is flat up to 85 % of half
 * the lower rate (3.4 kHz on the telephone). At 105 % of half the lower rate (4.2 kHz) and above, it lowers the level by
 * more than 60 dB. If the rate does not change, the given samples themselves are returned. Where samples are exactly zero
 * for longer than the filter (about 5 ms), the output is exactly zero too.
 * @param to samples per second
 * @throws RangeError when a rate is not a positive whole number.
 */
export function resample(pcm: Pcm, to: number): Float32Array {
  const { samples, sampleRate: from } = pcm;
  for (const rate of [from, to]) {
    if (!Number.isInteger(rate) || rate <= 0)
      throw new RangeError(`A sample rate must be a positive whole number, not ${rate}.`);
  }
  if (from === to) return samples;
  const table = tables.get(`${from}/${to}`) ?? phaseTable(from, to);
  tables.set(`${from}/${to}`, table);
  const { phases, taps, step } = table;
  const reach = taps / 2;
  const output = new Float32Array(Math.round((samples.length * to) / from));
  let position = 0;
  let phase = 0;
  for (let n = 0; n < output.length; n++) {
    const first = position - reach + 1;
    output[n] = weigh(samples, first, table.weights, phase * taps, taps);
    for (phase += step; phase >= phases; phase -= phases) position++;
  }
  return output;
}

/** The weighted sum of samples. Beyond the ends, samples count as zero. Two accumulators keep the processor busy. */
function weigh(samples: Float32Array, first: number, weights: Float64Array, offset: number, taps: number): number {
  const begin = first < 0 ? -first : 0;
  const end = first + taps > samples.length ? samples.length - first : taps;
  let even = 0;
  let odd = 0;
  let k = begin;
  for (; k + 1 < end; k += 2) {
    even += (samples[first + k] ?? 0) * (weights[offset + k] ?? 0);
    odd += (samples[first + k + 1] ?? 0) * (weights[offset + k + 1] ?? 0);
  }
  if (k < end) even += (samples[first + k] ?? 0) * (weights[offset + k] ?? 0);
  return even + odd;
}

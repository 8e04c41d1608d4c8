/** How far down everything beyond the stop edge is, in dB. */
const attenuation = 66;

/** Where the pass band ends and the stop band begins, as parts of half the lower rate. */
const passEdge = 0.85;
const stopEdge = 1.05;

/** The weights of a resampler, precomputed for every place an output sample can have between two input samples. */
export interface PhaseTable {
  /** How many such places there are. */
  readonly phases: number;
  /** How many phases further each output sample lies; `phases` of them are one input sample. */
  readonly step: number;
  /** Input samples weighed for one output sample, even: half of them before it, half after. */
  readonly taps: number;
  /** One phase after the other, `taps` weights each; in double precision because the processor computes in it anyway. */
  readonly weights: Float64Array;
}

/**
 * Designs a low-pass of a sinc under a Kaiser window, whose length and shape follow from the attenuation and the
 * width of the transition by Kaiser's formulas (Oppenheim & Schafer, Discrete-Time Signal Processing, section 7.5).
 * @param from input samples a second, a whole number
 * @param to output samples a second, a whole number
 */
export function phaseTable(from: number, to: number): PhaseTable {
  const common = greatestCommonDivisor(from, to);
  const phases = to / common;
  const half = Math.min(from, to) / 2;
  const cutoff = (half * (passEdge + stopEdge)) / 2;
  const transition = half * (stopEdge - passEdge);
  const reach = Math.ceil((from * (attenuation - 7.95)) / (14.36 * transition) / 2);
  const beta = 0.1102 * (attenuation - 8.7);
  const taps = 2 * reach;
  const weights = new Float64Array(phases * taps);
  for (let phase = 0; phase < phases; phase++) {
    const row = weights.subarray(phase * taps, (phase + 1) * taps);
    for (let k = 0; k < taps; k++) {
      const distance = k - reach + 1 - phase / phases;
      row[k] = sinc((2 * cutoff * distance) / from) * kaiser(distance / reach, beta);
    }
    // Equal sums give every phase the same gain; otherwise the sequence of phases would be heard as a tone.
    const sum = row.reduce((total, weight) => total + weight, 0);
    for (let k = 0; k < taps; k++) row[k] = (row[k] ?? 0) / sum;
  }
  return { phases, step: from / common, taps, weights };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** The Kaiser window at a place between -1 and 1, up to a constant that the equal sums take out. */
function kaiser(x: number, beta: number): number {
  return Math.abs(x) > 1 ? 0 : besselI0(beta * Math.sqrt(1 - x * x));
}

/** The modified Bessel function of order zero, by its power series. */
function besselI0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-12; n++) {
    term *= (x / (2 * n)) ** 2;
    sum += term;
  }
  return sum;
}

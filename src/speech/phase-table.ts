/** Attenuation in the stop band, in dB. */
const attenuation = 66;

/** End of the pass band, as a fraction of half the lower rate. */
const passEdge = 0.85;
/** Start of the stop band, as a fraction of half the lower rate. */
const stopEdge = 1.05;

/**
 * The weights of a polyphase resampler. A phase is a position that an output sample can have between two input samples.
 */
export interface PhaseTable {
  /** The number of phases. */
  readonly phases: number;
  /** Number of phases from one output sample to the next. From one input sample to the next, there are `phases`. */
  readonly step: number;
  /**
   * Number of input samples that contribute to one output sample. The number is even: half of them come before the
   * output sample, half after it.
   */
  readonly taps: number;
  /**
   * `taps` weights for the first phase, then `taps` weights for the next phase, and so on. They are in double
   * precision, because the processor computes in double precision anyway.
   */
  readonly weights: Float64Array;
}

/**
 * Designs a low-pass filter: a sinc function with a Kaiser window. The length and the shape of the window are computed
 * from the attenuation and the width of the transition, by Kaiser's formulas (Oppenheim & Schafer, Discrete-Time Signal
 * Processing, section 7.5).
 * @param from input samples per second, a whole number
 * @param to output samples per second, a whole number
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
    // All rows get the same sum, so that every phase has the same gain. With different gains, listeners would hear a
    // tone.
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

/**
 * The Kaiser window at a position between -1 and 1. Its constant factor is left out, because it cancels out when the
 * weights are divided by their sum.
 */
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

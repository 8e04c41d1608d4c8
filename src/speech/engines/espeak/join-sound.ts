/** A stretch of sound, or a silence of an exact length. */
export type Part = Float32Array | { readonly milliseconds: number };

/** Below this (−50 dBFS) espeak is silent. */
const silence = 0.003;
/** Between words and a number, which are spoken apart because their rates differ: about what a speaker takes. */
const gapMs = 120;

/**
 * One sentence from its parts. Silences are exactly as long as asked for, so the silence that espeak puts at the ends of
 * what it speaks is taken away there.
 */
export function joinSound(parts: readonly Part[], sampleRate: number): Float32Array {
  const stretches = parts.flatMap((part, index): Float32Array[] => {
    if (!(part instanceof Float32Array)) return [silent(part.milliseconds, sampleRate)];
    const trimmed = trim(part, isSilence(parts[index - 1]), isSilence(parts[index + 1]));
    return parts[index + 1] instanceof Float32Array ? [trimmed, silent(gapMs, sampleRate)] : [trimmed];
  });
  const joined = new Float32Array(stretches.reduce((length, stretch) => length + stretch.length, 0));
  let at = 0;
  for (const stretch of stretches) {
    joined.set(stretch, at);
    at += stretch.length;
  }
  return joined;
}

function isSilence(part: Part | undefined): boolean {
  return part !== undefined && !(part instanceof Float32Array);
}

function silent(milliseconds: number, sampleRate: number): Float32Array {
  return new Float32Array(Math.round((milliseconds * sampleRate) / 1000));
}

function trim(samples: Float32Array, start: boolean, end: boolean): Float32Array {
  const loud = (sample: number) => Math.abs(sample) > silence;
  const from = start ? samples.findIndex(loud) : 0;
  const to = end ? samples.findLastIndex(loud) + 1 : samples.length;
  return from < 0 ? new Float32Array(0) : samples.subarray(from, to);
}

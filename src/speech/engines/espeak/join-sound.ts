/** A stretch of sound, or a silence of an exact length. */
type Part = Float32Array | { readonly milliseconds: number };

/** Amplitude below which the output of espeak counts as silence (−50 dBFS). */
const silence = 0.003;
/**
 * Gap between words and a number, in milliseconds: about as long as a speaker pauses. Words and numbers are synthesized
 * separately, because their rates differ.
 */
const gapMs = 120;

/**
 * Joins the parts of one sentence. espeak adds quiet to the ends of speech. Next to a requested silence, this quiet is
 * trimmed, so that the silence is exactly as long as requested.
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

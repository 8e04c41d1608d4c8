/**
 * Amplifies samples without exceeding a ceiling. A peak is not clipped, because on the telephone, the harmonics of a
 * clipped wave would be heard as a rasp. Instead, the gain falls linearly during the frame before the peak, and rises
 * again during the frame after it.
 * @param input samples, not modified
 * @param output receives the result; must be as long as `input`
 * @param gain amplitude ratio
 * @param ceiling largest amplitude allowed
 * @param frame samples in one gain ramp
 */
export function amplifyWithin(
  input: Float32Array,
  output: Float32Array,
  { gain, ceiling, frame }: { readonly gain: number; readonly ceiling: number; readonly frame: number },
): void {
  let before = gain;
  let here = gainWithin(input, 0, frame, gain, ceiling);
  for (let start = 0; start < input.length; start += frame) {
    const after = gainWithin(input, start + frame, frame, gain, ceiling);
    // At the border of two frames, the gain is the lower of the gains that the two frames allow. So the gain within a
    // frame never exceeds what the frame allows.
    const first = Math.min(before, here);
    const slope = (Math.min(here, after) - first) / frame;
    const end = Math.min(start + frame, input.length);
    for (let i = start; i < end; i++) output[i] = (input[i] ?? 0) * (first + slope * (i - start));
    before = here;
    here = after;
  }
}

/** The largest gain, at most the requested one, that keeps one frame under the ceiling. */
function gainWithin(input: Float32Array, start: number, frame: number, gain: number, ceiling: number): number {
  let highest = 0;
  let lowest = 0;
  const end = Math.min(start + frame, input.length);
  for (let i = start; i < end; i++) {
    const sample = input[i] ?? 0;
    if (sample > highest) highest = sample;
    if (sample < lowest) lowest = sample;
  }
  const peak = Math.max(highest, -lowest);
  return peak * gain > ceiling ? ceiling / peak : gain;
}

/**
 * Amplifies samples so that none becomes louder than a ceiling. Where a peak would, the gain bends down towards it
 * over the neighbouring frames and up again afterwards, in straight lines, instead of cutting the wave off: the
 * telephone's narrow band would carry a cut wave's harmonics as a rasp.
 * @param input samples, left as they are
 * @param output where the result goes, as long as `input`
 * @param gain amplitude ratio
 * @param ceiling largest amplitude allowed
 * @param frame samples over which the gain bends
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
    // At both borders of a frame the gain suits both neighbours, so in between it never exceeds what the frame allows.
    const first = Math.min(before, here);
    const slope = (Math.min(here, after) - first) / frame;
    const end = Math.min(start + frame, input.length);
    for (let i = start; i < end; i++) output[i] = (input[i] ?? 0) * (first + slope * (i - start));
    before = here;
    here = after;
  }
}

/** The largest gain, at most the wanted one, with which one frame stays under the ceiling. */
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

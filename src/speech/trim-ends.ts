/**
 * Cuts the quiet off both ends, frame by frame, and keeps a little of it. What lies between the first and the last
 * loud frame stays as it is. A view of the same samples, empty when no frame is loud.
 * @param threshold RMS amplitude from which a frame is loud
 * @param frame samples in a frame
 * @param keep samples of quiet left at each end, as far as there are any
 */
export function trimEnds(
  samples: Float32Array,
  { threshold, frame, keep }: { readonly threshold: number; readonly frame: number; readonly keep: number },
): Float32Array {
  const frames = Math.ceil(samples.length / frame);
  const isLoud = (index: number) => powerOf(samples.subarray(index * frame, (index + 1) * frame)) >= threshold ** 2;
  let first = 0;
  while (first < frames && !isLoud(first)) first++;
  let last = frames - 1;
  while (last > first && !isLoud(last)) last--;
  if (first === frames) return samples.subarray(0, 0);
  return samples.subarray(Math.max(0, first * frame - keep), Math.min(samples.length, (last + 1) * frame + keep));
}

/** The mean power of some samples. */
function powerOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return sum / samples.length;
}

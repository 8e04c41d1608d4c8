/** Milliseconds of processor time that this thread has used. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * Measures the longest time for which some work blocks the event loop. The unit is milliseconds of this thread's
 * processor time, because elapsed time would also include the work of other programs.
 */
export async function longestStep<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly longest: number }> {
  let isOver = false;
  let longest = 0;
  let last = threadTime();
  const look = () => {
    const now = threadTime();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  const result = await work();
  // One more measurement, for the work since the last one.
  await new Promise((resolve) => setImmediate(resolve));
  isOver = true;
  look();
  return { result, longest };
}

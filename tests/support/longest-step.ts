/** Milliseconds of processor time that this thread has used. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * The longest time for which some work holds the event loop, in milliseconds of the processor time of this thread: elapsed time
 * would also include what other programs do meanwhile.
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
  // One more look, for what the work has done since the last one.
  await new Promise((resolve) => setImmediate(resolve));
  isOver = true;
  look();
  return { result, longest };
}

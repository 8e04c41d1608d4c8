/**
 * Milliseconds of the processor that this process has taken, in all its threads. What a bound on work is measured in: the clock
 * also counts what other programs take.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Milliseconds of processor time that this process has used, in all its threads. Tests use it to check that work is
 * bounded, because elapsed time also includes the work of other programs.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

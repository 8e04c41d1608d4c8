/**
 * Monotonic milliseconds from an arbitrary start, for durations: it is never adjusted, so a timeout never takes longer than it
 * should. The clock, which can be set forwards and back, is for points in time: dates, opening hours, the audit.
 */
export type Stopwatch = () => number;

/** The machine's own. */
export const machineStopwatch: Stopwatch = () => performance.now();

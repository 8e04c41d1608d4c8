/**
 * Returns the milliseconds since an arbitrary start; they never decrease. The stopwatch is for durations. It is never
 * adjusted, so a timeout never takes longer than it should. The clock, which can be set forwards and back, is for
 * points in time: dates, opening hours, the audit.
 */
export type Stopwatch = () => number;

/** The stopwatch of this machine. */
export const machineStopwatch: Stopwatch = () => performance.now();

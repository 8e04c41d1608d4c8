/**
 * Milliseconds from any beginning, for durations. Nobody ever sets it, so whoever waits for something to pass never waits
 * longer than it lasts. The clock, which can be set forwards and back, is for moments: dates, opening hours, the audit.
 */
export type Stopwatch = () => number;

/** The machine's own. */
export const machineStopwatch: Stopwatch = () => performance.now();

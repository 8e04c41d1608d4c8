import type { Conditions } from '../../src/call/input.ts';

/** Times at which the bundled call centre is open or closed. The comments use Japan's time (UTC+9). */
export const moments = {
  open: '2026-11-24T01:00:00Z',
  night: '2026-11-24T13:00:00Z',
  sunday: '2026-11-22T01:00:00Z',
  /** Labour Thanksgiving Day, a Monday. */
  holiday: '2026-11-23T01:00:00Z',
  /** Midnight at the end of New Year's Eve. */
  newYearsEve: '2026-12-31T15:00:00Z',
  /** Before the review date of the bundled facts. */
  inTime: '2015-11-04T01:00:00Z',
} as const;

/** Conditions at a moment: untried numbers are dialled, transfers are allowed, and no notice is on. */
export const at = (now: string, more: Partial<Conditions> = {}): Conditions => ({
  now,
  dialsUntried: true,
  mayTransfer: true,
  disaster: null,
  ...more,
});

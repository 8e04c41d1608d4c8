import type { RaiseAlert } from '../alerts/alert.ts';

interface WatchLineParts {
  /** Raises an alert; null if nobody receives alerts. */
  readonly raise: RaiseAlert | null;
  /** Sends a sign of life; null if nobody waits for one. */
  readonly heartbeat: (() => void) | null;
  /** Whether calls can be answered and, as far as this line knows, words can be changed. */
  readonly isReady: () => boolean;
  /** Whether the office answers; true for a line without an office. */
  readonly isOfficeWell: () => boolean;
  /** Before each check, asks an office on another machine whether it answers; null if there is no such office. Never rejects. */
  readonly askOffice: (() => Promise<void>) | null;
  /** Milliseconds, only ever increasing. */
  readonly now: () => number;
  /** Milliseconds between two checks; a minute by default. */
  readonly every?: number;
}

/** Milliseconds without an office before an alert is raised: a restart takes seconds, and an update perhaps a minute. */
export const goneFor = 300_000;

const minute = 60_000;

/** Sends a sign of life at each check if line and office are well, and an alert if the office is gone for `goneFor`. */
export function watchLine(parts: WatchLineParts): { check(): Promise<void>; close(): void } {
  const { raise, heartbeat, isReady, isOfficeWell, askOffice, now, every = minute } = parts;
  let lastWell = now();
  const check = async () => {
    if (askOffice) await askOffice();
    const isWell = isOfficeWell();
    if (isWell) lastWell = now();
    else if (now() - lastWell >= goneFor) raise?.('office-gone', { lasting: now() - lastWell });
    if (isWell && isReady()) heartbeat?.();
  };
  const timer = setInterval(() => void check(), every);
  timer.unref();
  return { check, close: () => clearInterval(timer) };
}

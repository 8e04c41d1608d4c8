import type { RaiseAlert } from '../alerts/alert.ts';

interface WatchLineParts {
  /** Raises an alert; null if no receiver is configured. */
  readonly raise: RaiseAlert | null;
  /** Sends a sign of life; null if no receiver is configured. */
  readonly heartbeat: (() => void) | null;
  /** Whether the line has an edition and, as far as it knows, the office has its database. */
  readonly isReady: () => boolean;
  /** Whether the office can be used, as far as the line knows; true for a line without an office. */
  readonly isOfficeWell: () => boolean;
  /**
   * Called at the beginning of each check: finds out whether an office on another machine can be used. Never rejects.
   * Null if the office is not on another machine.
   */
  readonly askOffice: (() => Promise<void>) | null;
  /** Monotonic time in milliseconds. */
  readonly now: () => number;
  /** Milliseconds between two checks; a minute by default. */
  readonly every?: number;
}

/**
 * Milliseconds without an office before an alert is raised. A restart takes seconds and an update perhaps a minute, so
 * neither raises one.
 */
export const goneFor = 300_000;

const minute = 60_000;

/**
 * Checks line and office at regular intervals. Each check sends a sign of life if both are well, and raises an alert if
 * the office has been gone for at least `goneFor`.
 */
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

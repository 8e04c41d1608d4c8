import type { RaiseAlert } from '../alerts/alert.ts';

interface WatchLineParts {
  /** Null where alerts go nowhere. */
  readonly raise: RaiseAlert | null;
  /** Sends a sign of life; null where nobody waits for one. */
  readonly heartbeat: (() => void) | null;
  /** Whether calls can be answered. */
  readonly isReady: () => boolean;
  /** Whether the office answers; true for a line that has none. */
  readonly isOfficeWell: () => boolean;
  /** Asks an office on another machine whether it answers, before each check; null where the line knows by itself. Never rejects. */
  readonly askOffice: (() => Promise<void>) | null;
  /** Milliseconds, only ever increasing. */
  readonly now: () => number;
  /** Milliseconds between two checks; a minute by default. */
  readonly every?: number;
}

/** Milliseconds without an office before somebody is told: a restart takes seconds, and an update perhaps a minute. */
export const goneFor = 300_000;

const minute = 60_000;

/** Sends a sign of life every minute while all is well, and raises an alert when the office has been gone for long. */
export function watchLine(parts: WatchLineParts): { check(): Promise<void>; close(): void } {
  const { raise, heartbeat, isReady, isOfficeWell, askOffice, now, every = minute } = parts;
  let lastWell = now();
  const check = async () => {
    if (askOffice) await askOffice();
    const isWell = isOfficeWell();
    if (isWell) lastWell = now();
    else if (now() - lastWell >= goneFor) raise?.('office-gone');
    if (isWell && isReady()) heartbeat?.();
  };
  const timer = setInterval(() => void check(), every);
  timer.unref();
  return { check, close: () => clearInterval(timer) };
}

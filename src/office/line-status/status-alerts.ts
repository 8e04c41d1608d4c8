import { z } from 'zod';
import type { AlertKind } from '../../alerts/alert-texts.ts';
import type { Bilingual } from '../../common/bilingual.ts';
import type { Check } from '../../operation/check.ts';
import { isPassing } from '../../operation/check-account.ts';
import type { Looked } from './line-status.ts';

/**
 * The alert that a failed check raises, by the id of the check. A failed check that is not listed raises
 * `settings-wrong`. The check `edition-review` never fails; its warning raises `past-review`.
 */
const kindOf: Readonly<Record<string, AlertKind>> = {
  database: 'database-gone',
  disk: 'disk-nearly-full',
  voice: 'engine-failing',
  fallback: 'fallback-stale',
  'fallback-deploy': 'fallback-stale',
  certificate: 'certificate-ending',
  probe: 'probe-failed',
};

/** Checks that raise an alert for a warning too, because what they warn of becomes worse by itself. */
const warned = new Set(['disk', 'certificate']);

/** The alerts that a diagnosis raises: each kind once, with everything that it is about. */
export function alertsOf(checks: readonly Check[]): ReadonlyMap<AlertKind, readonly Bilingual[]> {
  const alerts = new Map<AlertKind, Bilingual[]>();
  const add = (kind: AlertKind, about: Bilingual) => alerts.set(kind, [...(alerts.get(kind) ?? []), about]);
  for (const check of checks) {
    const { id, state, about } = check;
    if (isPassing(check)) continue;
    if (id === 'edition-review' && state === 'warn') add('past-review', about);
    else if (state === 'fail' || (state === 'warn' && warned.has(id))) add(kindOf[id] ?? 'settings-wrong', about);
  }
  return alerts;
}

/** The alerts to raise when `npm run twilio` gave no answer. */
export const silentDoctor: Readonly<Record<Looked, AlertKind>> = {
  setup: 'settings-wrong',
  check: 'settings-wrong',
  probe: 'probe-failed',
  fallback: 'fallback-stale',
};

/** Remembers for how long each kind of trouble has lasted. */
export interface TroubleTimes {
  /**
   * Notes the kinds of trouble that a diagnosis has found. A kind is over when a complete diagnosis that would find it
   * has not found it.
   * @param isWhole whether the diagnosis is complete; if not, it says nothing about the kinds that it has not found
   * @returns a promise that resolves when the kinds are noted in memory. Its `kept` resolves when they are in the file,
   * or when the file could not be written
   */
  note(what: Looked, found: Iterable<AlertKind>, isWhole: boolean): Promise<{ readonly kept: Promise<void> }>;
  /** Milliseconds for which a kind of trouble has lasted; 0 if it does not exist now. */
  lasting(kind: AlertKind): number;
}

/**
 * Whether a diagnosis always finds a kind of trouble that exists. A check finds all kinds except that of test calls.
 * Test calls and a deployment find only their own kind. A setup looks only at the telephone numbers. Other settings may
 * be wrong too, so a setup finds no kind reliably.
 */
const finds = (what: Looked, kind: string): boolean => {
  if (what === 'check') return kind !== silentDoctor.probe;
  return what !== 'setup' && kind === silentDoctor[what];
};

/** When troubles began, as a service stores it for its next start. Times are milliseconds since the epoch. */
export const keptTroubles = z.object({
  /** The time of the last diagnosis. */
  at: z.int().min(0),
  began: z.record(z.string().max(60), z.int().min(0)).refine((kinds) => Object.keys(kinds).length <= 50),
});

/**
 * Milliseconds after which stored troubles are ignored. The line is checked every hour, so older troubles may have
 * ended and begun again in the meantime.
 */
const longestKept = 2 * 3_600_000;

interface TroubleTimesParts {
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /**
   * Stores the times, so that alerts after a restart still say since when a trouble has lasted. `read` must not reject;
   * errors of `write` are ignored.
   */
  readonly file: {
    read(): Promise<z.infer<typeof keptTroubles> | null>;
    write(value: z.infer<typeof keptTroubles>): Promise<void>;
  };
}

export function createTroubleTimes({ now, clock, file }: TroubleTimesParts): TroubleTimes {
  const began = new Map<string, number>();
  const ago = (at: number) => Math.max(0, clock() - at);
  const reading = file.read().then((before) => {
    if (!before || ago(before.at) > longestKept) return;
    for (const [kind, at] of Object.entries(before.began)) began.set(kind, now() - ago(at));
  });
  const keep = async () => {
    const at = clock();
    const times = [...began].map(([kind, since]) => [kind, Math.max(0, Math.round(at - (now() - since)))]);
    await file.write({ at, began: Object.fromEntries(times) }).catch(() => {});
  };
  return {
    async note(what, found, isWhole) {
      await reading;
      const kinds = new Set<string>(found);
      for (const kind of kinds) if (!began.has(kind)) began.set(kind, now());
      if (isWhole) for (const kind of began.keys()) if (!kinds.has(kind) && finds(what, kind)) began.delete(kind);
      return { kept: keep() };
    },
    lasting: (kind) => now() - (began.get(kind) ?? now()),
  };
}

import { z } from 'zod';
import type { AlertKind } from '../../alerts/alert-texts.ts';
import type { Bilingual } from '../../common/bilingual.ts';
import type { Check } from '../../operation/check.ts';
import { isPassing } from '../../operation/check-account.ts';
import type { Looked } from './line-status.ts';

/**
 * The alert that a failed check raises, by the id of the check. A failed check that is not listed raises `settings-wrong`. The
 * check `edition-review` never fails; its warning raises `past-review`.
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

/** Remembers for how long the looks at the line have found each kind of trouble. */
export interface TroubleTimes {
  /**
   * Notes the kinds that a look has found. Kinds that a whole look has not found are over. A look that was not answered in full
   * says nothing about the others.
   * @returns after they are noted; `kept` resolves when they are in the file too, or cannot be
   */
  note(what: Looked, found: Iterable<AlertKind>, isWhole: boolean): Promise<{ readonly kept: Promise<void> }>;
  /** Milliseconds since the kind was first found; 0 if it was not found. */
  lasting(kind: AlertKind): number;
}

/**
 * Whether a look of one sort finds a kind of trouble whenever it is there. A check finds everything but what test calls find; test
 * calls and a deployment find their own kind. A setup looks at the numbers alone, and settings can be wrong elsewhere.
 */
const finds = (what: Looked, kind: string): boolean => {
  if (what === 'check') return kind !== silentDoctor.probe;
  return what !== 'setup' && kind === silentDoctor[what];
};

/** When troubles began, as a service leaves it to the next one. Times are milliseconds since the epoch. */
export const keptTroubles = z.object({
  /** The last look. */
  at: z.int().min(0),
  began: z.record(z.string().max(60), z.int().min(0)).refine((kinds) => Object.keys(kinds).length <= 50),
});

/** The line is looked at every hour. What was last seen longer ago may have ended and begun again since. */
const longestKept = 2 * 3_600_000;

interface TroubleTimesParts {
  /** Milliseconds, only ever increasing. */
  readonly now: () => number;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Whoever restarts a service in trouble is still told since when, if the file can be read and written. */
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

import type { AlertKind } from '../../alerts/alert-texts.ts';
import type { Bilingual } from '../../common/bilingual.ts';
import type { Check } from '../../operation/check.ts';
import { isPassing } from '../../operation/check-account.ts';
import type { Looked } from './line-status.ts';

/**
 * The alert that a failed check raises, by the id of the check. A failed check that is not listed raises
 * `settings-wrong`, except `edition-review`, which raises `past-review`.
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
    if (id === 'edition-review' && state !== 'ok') add('past-review', about);
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

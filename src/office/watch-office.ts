import { setInterval } from 'node:timers/promises';
import type { RaiseAlert } from '../alerts/alert.ts';
import { needsRenewal } from './disaster/disaster-state.ts';
import type { DisasterSwitch } from './disaster/disaster-switch.ts';
import type { Office } from './open-office.ts';

/** Milliseconds between two checks. */
const every = 60_000;

interface WatchOfficeParts {
  /** Null if the database could not be opened at the start. */
  readonly office: { readonly memos: Pick<Office['memos'], 'read'> } | null;
  readonly disaster: Pick<DisasterSwitch, 'stateNow'>;
  readonly raise: RaiseAlert;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** Alerts operators about a database that cannot be read, and about a notice that nobody has confirmed for hours. */
export async function lookAtOffice({ office, disaster, raise, clock }: WatchOfficeParts): Promise<void> {
  const { on } = disaster.stateNow;
  if (on && needsRenewal(on, clock())) raise('notice-on-long', { since: on.since });
  const canRead = await (office?.memos.read('address-key').then(
    () => true,
    () => false,
  ) ?? false);
  if (!canRead) raise('database-gone');
}

/** Checks every minute until the signal. */
export async function watchOffice(parts: WatchOfficeParts, signal: AbortSignal): Promise<void> {
  for await (const _ of setInterval(every, undefined, { signal, ref: false })) await lookAtOffice(parts);
}

import { setInterval } from 'node:timers/promises';
import type { RaiseAlert } from '../alerts/alert.ts';
import { beginsAsDatabase } from '../database/check-database.ts';
import { needsRenewal } from './disaster/disaster-state.ts';
import type { DisasterSwitch } from './disaster/disaster-switch.ts';
import type { Office } from './open-office.ts';

/** Milliseconds between two checks. */
const every = 60_000;

interface WatchOfficeParts {
  /** Null if the database could not be opened at the start. */
  readonly office: { readonly memos: Pick<Office['memos'], 'read'> } | null;
  /** Whether the database can be opened now. Called only if it could not be opened at the start. */
  readonly canOpen: () => Promise<boolean>;
  /** Called when the database can be opened again. Only a restart of the office opens it. */
  readonly canRestart: () => void;
  readonly dataFolder: string;
  readonly disaster: Pick<DisasterSwitch, 'stateNow'>;
  readonly raise: RaiseAlert;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/**
 * Returns a function that checks once. It alerts operators if the database cannot be read, or if nobody has confirmed a
 * notice for hours. If the database could not be opened at the start but can be opened now, it calls `canRestart`
 * instead of raising the alert about the database.
 */
export function createOfficeLook(parts: WatchOfficeParts): () => Promise<void> {
  const { office, dataFolder, disaster, raise, clock } = parts;
  let unreadSince: number | null = null;
  return async () => {
    const { on } = disaster.stateNow;
    if (on && needsRenewal(on, clock())) raise('notice-on-long', { lasting: clock() - on.since });
    if (!office && (await parts.canOpen())) return parts.canRestart();
    const canRead = await (office?.memos.read('address-key').then(
      () => true,
      () => false,
    ) ?? false);
    const isWell = canRead && (await beginsAsDatabase(dataFolder));
    unreadSince = isWell ? null : (unreadSince ?? clock());
    if (unreadSince !== null) raise('database-gone', { lasting: clock() - unreadSince });
  };
}

/** Checks every minute until the signal is aborted. */
export async function watchOffice(parts: WatchOfficeParts, signal: AbortSignal): Promise<void> {
  const look = createOfficeLook(parts);
  for await (const _ of setInterval(every, undefined, { signal, ref: false })) await look();
}

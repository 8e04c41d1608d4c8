import { setInterval } from 'node:timers/promises';
import type { DeployedFallback } from '../../operation/deploy-fallback.ts';
import type { LineStatus } from './line-status.ts';

/** Milliseconds between two looks at what is due. */
const every = 10_000;

const [minute, hour] = [60_000, 3_600_000];

/** Milliseconds until the first look: an update of the service makes speech first. */
const firstLook = 2 * minute;

/** What callers hear now, as far as the fallback speaks of it. */
export type Spoken = Pick<DeployedFallback, 'edition' | 'isDisaster'>;

interface KeepLineStatusParts {
  readonly status: Pick<LineStatus, 'look'>;
  /** Minutes between two calls to the own line; null for none. */
  readonly probeEvery: number | null;
  /** Whether all recordings exist: until then calls hear another voice, and that is no trouble. */
  readonly isReady: () => boolean;
  /** What the fallback should speak; null while sounds are being made, and where others put it on a host. */
  readonly spoken: () => Spoken | null;
  /** What it speaks; null if none was ever put there. */
  readonly deployed: () => Promise<Spoken | null>;
  /** Milliseconds, only ever increasing. */
  readonly now: () => number;
}

/**
 * Looks at the line every hour, calls it as often as the settings say, and renews the fallback when what callers hear has changed.
 * Each call of `tick` does what is due. The fallback is tried again after a minute, and then after twice as long each time, for an
 * hour at most.
 */
export function createStatusKeeper({ status, probeEvery, isReady, spoken, deployed, now }: KeepLineStatusParts) {
  const start = now();
  let checkAt = start + firstLook;
  let probeAt = probeEvery === null ? Number.POSITIVE_INFINITY : start + probeEvery * minute;
  let renewAt = 0;
  let pause = minute;
  return {
    async tick(): Promise<void> {
      if (now() >= renewAt && (await isStale(spoken(), deployed))) {
        const { checks, error } = await status.look('fallback');
        const isDone = error === '' && checks.every(({ state }) => state === 'ok');
        renewAt = isDone ? 0 : now() + pause;
        pause = isDone ? minute : Math.min(2 * pause, hour);
      }
      if (now() >= checkAt) {
        checkAt = now() + hour;
        await status.look('check');
      }
      if (probeEvery !== null && now() >= probeAt && isReady()) {
        probeAt = now() + probeEvery * minute;
        await status.look('probe');
      }
    },
  };
}

async function isStale(wanted: Spoken | null, deployed: () => Promise<Spoken | null>): Promise<boolean> {
  if (!wanted) return false;
  const there = await deployed();
  return there?.edition !== wanted.edition || there.isDisaster !== wanted.isDisaster;
}

/** Ticks until the signal. */
export async function keepLineStatus(keeper: { tick(): Promise<void> }, signal: AbortSignal): Promise<void> {
  for await (const _ of setInterval(every, undefined, { signal, ref: false })) await keeper.tick();
}

import { setInterval } from 'node:timers/promises';
import type { DeployedFallback } from '../../operation/deploy-fallback.ts';
import type { LineStatus } from './line-status.ts';

/** Milliseconds between two checks of what is due. */
const every = 10_000;

const [minute, hour] = [60_000, 3_600_000];

/** Milliseconds until the first check of the line. After an update, the service makes missing sounds first. */
const firstLook = 2 * minute;

/** What the words of a fallback depend on: the edition, and whether a disaster notice is on. */
export type Spoken = Pick<DeployedFallback, 'edition' | 'isDisaster'>;

interface KeepLineStatusParts {
  readonly status: Pick<LineStatus, 'look'>;
  /** Minutes between two rounds of test calls to the line; null for no test calls. */
  readonly probeEvery: number | null;
  /** Whether all sounds have existed at some time since the start. Until then callers hear another voice, which is no failure. */
  readonly isReady: () => boolean;
  /** What the fallback should speak; null while sounds are being made, and if the office has no fallback to deploy. */
  readonly spoken: () => Promise<Spoken | null>;
  /** What the deployed fallback speaks; null if none was ever deployed. */
  readonly deployed: () => Promise<Spoken | null>;
  /** Milliseconds of a clock that only ever increases. */
  readonly now: () => number;
}

/**
 * Checks the line every hour, calls the line as often as the settings say, and renews the fallback when what callers hear has
 * changed. Each call of `tick` does what is due. A failed renewal is tried again after a minute, and then after twice as long
 * each time, up to an hour. If what callers hear changes again, the renewal is tried again at once. When a renewal succeeds after
 * failed ones, the line is checked.
 */
export function createStatusKeeper({ status, probeEvery, isReady, spoken, deployed, now }: KeepLineStatusParts) {
  const start = now();
  let checkAt = start + firstLook;
  let probeAt = probeEvery === null ? Number.POSITIVE_INFINITY : start + probeEvery * minute;
  let renewAt = 0;
  let pause = minute;
  let tried: Spoken | null = null;
  return {
    async tick(): Promise<void> {
      const wanted = await spoken();
      // A new edition or notice does not wait for the next attempt of the one before.
      const isNew = wanted !== null && tried !== null && !isSame(wanted, tried);
      const stale = await isStale(wanted, deployed);
      if (wanted !== null && !stale && renewAt > 0) {
        // What could not be renewed is what callers hear again, for example because a notice is over.
        [tried, renewAt, pause, checkAt] = [null, 0, minute, now()];
      }
      if (stale && (isNew || now() >= renewAt)) {
        const hadFailed = renewAt > 0;
        tried = wanted;
        const { checks, error } = await status.look('fallback');
        const isDone = error === null && checks.every(({ state }) => state === 'ok');
        if (isDone || isNew) pause = minute;
        renewAt = isDone ? 0 : now() + pause;
        if (!isDone) pause = Math.min(2 * pause, hour);
        // The last check still says what was wrong before.
        if (isDone && hadFailed) checkAt = now();
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

const isSame = (one: Spoken, other: Spoken): boolean =>
  one.edition === other.edition && one.isDisaster === other.isDisaster;

async function isStale(wanted: Spoken | null, deployed: () => Promise<Spoken | null>): Promise<boolean> {
  if (!wanted) return false;
  const there = await deployed();
  return there === null || !isSame(there, wanted);
}

/** Calls `tick` every ten seconds until the signal is aborted. */
export async function keepLineStatus(keeper: { tick(): Promise<void> }, signal: AbortSignal): Promise<void> {
  for await (const _ of setInterval(every, undefined, { signal, ref: false })) await keeper.tick();
}

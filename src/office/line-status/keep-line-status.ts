import { setInterval } from 'node:timers/promises';
import type { DeployedFallback } from '../../operation/deploy-fallback.ts';
import type { LineStatus } from './line-status.ts';

/** Milliseconds between two checks of what is due. */
const every = 10_000;

const [minute, hour] = [60_000, 3_600_000];

/**
 * Milliseconds from the start to the first check of the line. In this time, the service makes sounds that are missing
 * after an update.
 */
const firstLook = 2 * minute;

/** What the words of a fallback depend on: the edition, and whether a disaster notice is on. */
export type Spoken = Pick<DeployedFallback, 'edition' | 'isDisaster'>;

interface KeepLineStatusParts {
  readonly status: Pick<LineStatus, 'look'>;
  /** Minutes between two rounds of test calls to the line; null for no test calls. */
  readonly probeEvery: number | null;
  /**
   * Whether, at some moment since the start, all sounds of the current edition existed. Until then, no test calls are
   * made: callers may hear another voice, and that is not a failure.
   */
  readonly isReady: () => boolean;
  /**
   * What the fallback should say. Null if there is no fallback to deploy, and as long as not all sounds of the current
   * edition have existed since the start.
   */
  readonly spoken: () => Promise<Spoken | null>;
  /** What the deployed fallback speaks; null if none was ever deployed. */
  readonly deployed: () => Promise<Spoken | null>;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/**
 * Checks the line every hour, makes test calls as often as the settings say, and renews the fallback when another
 * edition goes live or a notice begins or ends. Each call of `tick` does what is due.
 *
 * A failed renewal is tried again after a minute. The pause doubles after each further failure, up to an hour. If the
 * edition or the notice changes again, the renewal is tried at once. When a renewal succeeds after failures, the line
 * is checked.
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
      // A new edition or notice does not wait for the next attempt at the previous one.
      const isNew = wanted !== null && tried !== null && !isSame(wanted, tried);
      const stale = await isStale(wanted, deployed);
      if (wanted !== null && !stale && renewAt > 0) {
        // The deployed fallback is right again although its renewal failed, for example because the notice is over.
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
        // The last check still reports the old fallback, so the line is checked again.
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

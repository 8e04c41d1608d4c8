import { setInterval } from 'node:timers/promises';
import type { DeployedFallback } from '../../operation/deploy-fallback.ts';
import type { LineStatus } from './line-status.ts';

/** Milliseconds between two checks of what is due. */
const every = 10_000;

const [minute, hour] = [60_000, 3_600_000];

/** Milliseconds until the first check of the line, because an updated service makes missing sounds first. */
const firstLook = 2 * minute;

/** What callers hear now, as far as the words of the fallback depend on it. */
export type Spoken = Pick<DeployedFallback, 'edition' | 'isDisaster'>;

interface KeepLineStatusParts {
  readonly status: Pick<LineStatus, 'look'>;
  /** Minutes between two rounds of test calls to the line; null for no test calls. */
  readonly probeEvery: number | null;
  /** Whether all sounds have existed once since the start. Until then, callers hear another voice, which is no failure. */
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
 * each time, up to an hour.
 */
export function createStatusKeeper({ status, probeEvery, isReady, spoken, deployed, now }: KeepLineStatusParts) {
  const start = now();
  let checkAt = start + firstLook;
  let probeAt = probeEvery === null ? Number.POSITIVE_INFINITY : start + probeEvery * minute;
  let renewAt = 0;
  let pause = minute;
  return {
    async tick(): Promise<void> {
      if (now() >= renewAt && (await isStale(await spoken(), deployed))) {
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

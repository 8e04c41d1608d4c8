import { normaliseName } from './account.ts';
import { createId, keyedHash, type RandomBytes } from './secret-token.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';
import type { StaffRecords } from './staff-records.ts';

/** Milliseconds for which an attempt counts, and for which it is kept. */
export const attemptCounts = 15 * 60_000;

/** So many attempts are free; after that each must wait so many milliseconds after the one before. */
interface Pace {
  readonly free: number;
  readonly pause: number;
}

/**
 * How fast it may be tried. Nobody is ever shut out, only slowed down: otherwise whoever knows a name could shut it out.
 * One address is slower than an account as a whole, so that nobody alone can take every turn that others could have.
 */
export const paces = {
  /** One name from one address. */
  pair: { free: 5, pause: 30_000 },
  /** Any names from one address; an office shares one. */
  address: { free: 20, pause: 30_000 },
  /** One name from anywhere: at most 110 attempts in a quarter of an hour, from however many addresses. */
  account: { free: 20, pause: 10_000 },
  /** One browser that has signed in to the account before, or a session that is open; counted by itself alone. */
  known: { free: 5, pause: 30_000 },
} as const satisfies Readonly<Record<string, Pace>>;

/** What throttling works with. */
export interface ThrottleParts {
  readonly records: StaffRecords;
  readonly clock: () => number;
  readonly random: RandomBytes;
  readonly addressKey: string;
}

/** Who tries. */
export interface Attempter {
  /** As it was typed. */
  readonly name: string;
  readonly address: string;
  /** A browser that has signed in to this account before, or a session of it; null for a stranger. */
  readonly known: string | null;
}

/** Whether it may be tried, and if not, how long to wait. */
export type Admission =
  | { readonly kind: 'admitted'; readonly accountKey: string }
  | { readonly kind: 'throttled'; readonly seconds: number };

/** What stands for a name in the attempts; a name that no account has may be a password typed in the wrong field. */
export const accountKeyOf = (addressKey: string, name: string): string =>
  keyedHash(addressKey, `name ${normaliseName(name)}`);

/**
 * Counts an attempt before its password is looked at: of many made at the same moment, no more get through than of as many
 * made in turn. A success takes the account's attempts back.
 */
export async function admitAttempt(parts: ThrottleParts, { name, address, known }: Attempter): Promise<Admission> {
  const now = parts.clock();
  const over = now - attemptCounts;
  const knownKey = known === null ? null : keyedHash(parts.addressKey, `known ${known}`);
  const attempt: SignInAttempt = {
    id: createId(parts.random),
    accountKey: knownKey ?? accountKeyOf(parts.addressKey, name),
    addressKey: knownKey ?? keyedHash(parts.addressKey, `address ${address}`),
    at: now,
  };
  const { accountKey, addressKey } = attempt;
  return parts.records.transaction(async ({ attempts }): Promise<Admission> => {
    await attempts.pullBack(now);
    await attempts.removeUntil(over);
    const ofAccount = await attempts.timesOfAccount(accountKey, over);
    const wait = knownKey
      ? waitFor(ofAccount, paces.known, now)
      : Math.max(
          waitFor(await attempts.timesOfPair(accountKey, addressKey, over), paces.pair, now),
          waitFor(await attempts.timesOfAddress(addressKey, over), paces.address, now),
          waitFor(ofAccount, paces.account, now),
        );
    if (wait > 0) return { kind: 'throttled', seconds: Math.ceil(wait / 1000) };
    await attempts.add(attempt);
    return { kind: 'admitted', accountKey };
  });
}

/**
 * Milliseconds until it may be tried again: never more than the pause, and 0 when too few attempts count. What is noted for
 * later than now was noted by a clock that was wrong, and counts for nothing.
 */
function waitFor(times: readonly number[], { free, pause }: Pace, now: number): number {
  const past = times.filter((at) => at <= now);
  const last = past.at(-1);
  return last === undefined || past.length < free ? 0 : Math.max(0, last + pause - now);
}

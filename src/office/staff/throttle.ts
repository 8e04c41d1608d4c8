import { normaliseName } from './account.ts';
import { createId, keyedHash, type RandomBytes } from './secret-token.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';
import type { StaffRecords } from './staff-records.ts';

/** Milliseconds for which an attempt counts. Older attempts are deleted. */
export const attemptWindow = 15 * 60_000;

/** After the free attempts, each further attempt must come at least `pause` milliseconds after the previous one. */
interface Pace {
  readonly free: number;
  readonly pause: number;
}

/**
 * Rate limits for sign-in attempts. Attempts are only slowed down. Accounts are never locked, because otherwise anyone
 * who knows a name could lock its owner out. The pause for a single address is longer than that for an account as a
 * whole. A single address therefore cannot use up all attempts for an account.
 */
export const paces = {
  /** Attempts for one name from one address. */
  pair: { free: 5, pause: 30_000 },
  /** Attempts for any names from one address, which all staff may share. */
  address: { free: 20, pause: 30_000 },
  /** Attempts for one name from any number of addresses: at most 110 in a quarter of an hour. */
  account: { free: 20, pause: 10_000 },
  /**
   * Attempts from a browser that has signed in to the account before, or in an open session. They are counted
   * separately from all others.
   */
  known: { free: 5, pause: 30_000 },
} as const satisfies Readonly<Record<string, Pace>>;

/** Everything that throttling needs. */
interface ThrottleParts {
  readonly records: StaffRecords;
  readonly clock: () => number;
  readonly random: RandomBytes;
  readonly addressKey: string;
}

/** Who tries to enter a password. */
interface Attempter {
  /** The name as typed. */
  readonly name: string;
  readonly address: string;
  /**
   * Identifies a browser that has signed in to this account before, or a session of the account; null for strangers.
   */
  readonly known: string | null;
}

/** Whether the attempt is allowed, and if not, how long to wait. */
type Admission =
  | { readonly kind: 'admitted'; readonly accountKey: string }
  | { readonly kind: 'throttled'; readonly seconds: number };

/**
 * The pseudonym by which attempts record a name. The name is not stored, because it may be a password typed in the
 * wrong field.
 */
export const accountKeyOf = (addressKey: string, name: string): string =>
  keyedHash(addressKey, `name ${normaliseName(name)}`);

/**
 * Decides whether an attempt is allowed, and if so, counts it. An attempt is counted before its password is verified,
 * so that the limits hold for simultaneous attempts too. After a success, the caller of this function clears the
 * attempts with the returned `accountKey`.
 */
export async function admitAttempt(parts: ThrottleParts, { name, address, known }: Attempter): Promise<Admission> {
  const now = parts.clock();
  const start = now - attemptWindow;
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
    await attempts.removeUntil(start);
    const ofAccount = await attempts.timesOfAccount(accountKey, start);
    const wait = knownKey
      ? waitFor(ofAccount, paces.known, now)
      : Math.max(
          waitFor(await attempts.timesOfPair(accountKey, addressKey, start), paces.pair, now),
          waitFor(await attempts.timesOfAddress(addressKey, start), paces.address, now),
          waitFor(ofAccount, paces.account, now),
        );
    if (wait > 0) return { kind: 'throttled', seconds: Math.ceil(wait / 1000) };
    await attempts.add(attempt);
    return { kind: 'admitted', accountKey };
  });
}

/**
 * Milliseconds until the next attempt is allowed, at most the pause; 0 if an attempt is allowed now.
 * @param times of earlier attempts, the earliest first; none is in the future
 */
function waitFor(times: readonly number[], { free, pause }: Pace, now: number): number {
  const last = times.at(-1);
  return last === undefined || times.length < free ? 0 : Math.max(0, last + pause - now);
}

import { normaliseName } from './account.ts';
import { createId, keyedHash, type RandomBytes } from './secret-token.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';
import type { StaffRecords } from './staff-records.ts';

/** Milliseconds for which an attempt counts, and for which it is kept. */
export const attemptCounts = 15 * 60_000;

/** How many attempts count before there are no more; an office shares one address, and a name is one person's. */
export const mostAttempts = { account: 5, address: 20 } as const;

/** What throttling works with. */
export interface ThrottleParts {
  readonly records: StaffRecords;
  readonly clock: () => number;
  readonly random: RandomBytes;
  readonly addressKey: string;
}

/** Whether it may be tried, and if not, how long to wait. */
export type Admission =
  | { readonly kind: 'admitted'; readonly accountKey: string }
  | { readonly kind: 'throttled'; readonly minutes: number };

/** What stands for a name in the attempts; a name that no account has may be a password typed in the wrong field. */
export const accountKeyOf = (addressKey: string, name: string): string =>
  keyedHash(addressKey, `name ${normaliseName(name)}`);

/**
 * Counts an attempt before its password is looked at: of many made at the same moment, no more get through than of as many
 * made in turn. A success takes the account's attempts back.
 */
export async function admitAttempt(parts: ThrottleParts, name: string, address: string): Promise<Admission> {
  const now = parts.clock();
  const over = now - attemptCounts;
  const attempt: SignInAttempt = {
    id: createId(parts.random),
    accountKey: accountKeyOf(parts.addressKey, name),
    addressKey: keyedHash(parts.addressKey, `address ${address}`),
    at: now,
  };
  return parts.records.transaction(async ({ attempts }): Promise<Admission> => {
    await attempts.pullBack(now);
    await attempts.removeUntil(over);
    const wait = Math.max(
      waitFor(await attempts.timesOfAccount(attempt.accountKey, over), mostAttempts.account, now),
      waitFor(await attempts.timesOfAddress(attempt.addressKey, over), mostAttempts.address, now),
    );
    if (wait > 0) return { kind: 'throttled', minutes: Math.ceil(wait / 60_000) };
    await attempts.add(attempt);
    return { kind: 'admitted', accountKey: attempt.accountKey };
  });
}

/** Milliseconds until fewer than the most attempts count. */
function waitFor(times: readonly number[], most: number, now: number): number {
  const leaving = times.at(-most);
  return leaving === undefined ? 0 : leaving + attemptCounts - now;
}

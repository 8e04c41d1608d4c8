import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalisePassword, passwordLength } from './password-rules.ts';
import type { RandomBytes } from './secret-token.ts';
import { createTaskLanes, type Lane } from './task-lanes.ts';

/** The cost of one hash. The memory is 128 × 2^log2N × r bytes, and the time grows with all three parameters. */
export interface ScryptCost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** One hash takes 32 MB and some tenths of a second (OWASP Password Storage Cheat Sheet, scrypt, N = 2^15). */
export const usualCost: ScryptCost = { log2N: 15, r: 8, p: 3 };

/** Makes and verifies password hashes. */
export interface Passwords {
  /**
   * Makes a hash in the form `scrypt$log2N$r$p$salt$hash`, with salt and hash in base64url. Only for people who are
   * signed in or have a link, because the number of waiting hashes is not limited.
   */
  hash(password: string): Promise<string>;
  /**
   * Whether a password matches a stored hash. Takes the same time if there is no stored hash, so that the time does not
   * reveal which names exist.
   * @returns `busy`, immediately, if too many attempts by strangers are waiting
   */
  verify(stored: string | null, password: string, lane: Lane): Promise<boolean | 'busy'>;
  /** Whether a hash was made at a cost other than the current one. */
  isOutdated(stored: string): boolean;
}

const derive = promisify<string, Uint8Array, number, object, Buffer>(scrypt);
const [saltBytes, hashBytes] = [16, 32];

/** Maximum length of a typed password, in UTF-16 units before normalisation. `verify` does not hash a longer input. */
export const longestTyped = passwordLength.longest * 4;

/** Maximum number of waiting attempts by strangers. Verifying them all takes a few seconds. */
export const mostWaiting = 20;

/**
 * @param cost the cost of new hashes. It can be raised at any time: each hash includes its own cost, so older hashes
 * stay valid, and the next sign-in renews them.
 */
export function createPasswords(random: RandomBytes, cost: ScryptCost = usualCost): Passwords {
  // Hashes are computed one at a time. Many at the same time would take the threads and the memory that other work
  // needs.
  const inTurn = createTaskLanes(mostWaiting);
  const run = (lane: Lane, password: string, salt: Uint8Array, { log2N, r, p }: ScryptCost): Promise<Buffer> | null =>
    inTurn(lane, () => {
      const N = 2 ** log2N;
      return derive(normalisePassword(password), salt, hashBytes, { N, r, p, maxmem: 256 * N * r });
    });
  const write = (salt: Uint8Array, hash: Uint8Array): string =>
    ['scrypt', cost.log2N, cost.r, cost.p, ...[salt, hash].map((part) => Buffer.from(part).toString('base64url'))].join(
      '$',
    );
  const dummyHash = write(random(saltBytes), random(hashBytes));
  return {
    async hash(password) {
      const salt = random(saltBytes);
      const hash = await run('known', password, salt, cost);
      if (!hash) throw new Error('A hash for a known person was refused, although these are not limited.');
      return write(salt, hash);
    },
    async verify(stored, password, lane) {
      const { salt, hash, ...madeAt } = read(stored ?? dummyHash);
      const isTooLong = password.length > longestTyped;
      const made = await run(lane, isTooLong ? '' : password, salt, madeAt);
      if (!made) return 'busy';
      const same = timingSafeEqual(made, hash);
      return same && !isTooLong && stored !== null;
    },
    isOutdated(stored) {
      const { log2N, r, p } = read(stored);
      return log2N !== cost.log2N || r !== cost.r || p !== cost.p;
    },
  };
}

function read(stored: string): ScryptCost & { readonly salt: Buffer; readonly hash: Buffer } {
  const [, log2N, r, p, salt = '', hash = ''] = stored.split('$');
  return {
    log2N: Number(log2N),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  };
}

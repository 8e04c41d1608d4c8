import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalisePassword, passwordLength } from './password-rules.ts';
import type { RandomBytes } from './secret-token.ts';
import { createTaskLanes, type Lane } from './task-lanes.ts';

/** What one try costs: memory is 128 × 2^log2N × r bytes, time grows with all three. */
export interface ScryptCost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MB and some tenths of a second (OWASP Password Storage Cheat Sheet, scrypt, N = 2^15). */
export const usualCost: ScryptCost = { log2N: 15, r: 8, p: 3 };

/** Makes and checks what is kept of passwords. */
export interface Passwords {
  /** `scrypt$log2N$r$p$salt$hash`, the last two in base64url. For somebody who has shown who it is. */
  hash(password: string): Promise<string>;
  /**
   * Takes as long when there is nothing to compare with, so that time does not tell which names exist.
   * @returns `busy`, at once, when too many strangers wait to be looked at
   */
  verify(kept: string | null, password: string, lane: Lane): Promise<boolean | 'busy'>;
  /** Whether it was made at another cost than today's. */
  isOutdated(kept: string): boolean;
}

const derive = promisify<string, Uint8Array, number, object, Buffer>(scrypt);
const [saltBytes, hashBytes] = [16, 32];

/** No password that was ever set is longer before it is normalised; what is longer is not worth the time. */
export const longestTyped = passwordLength.longest * 4;

/** Strangers' passwords that wait to be looked at: some three seconds of work. */
export const mostWaiting = 20;

/**
 * @param cost raising it leaves older passwords good: each carries its own, and is renewed when it is next used
 */
export function createPasswords(random: RandomBytes, cost: ScryptCost = usualCost): Passwords {
  // One at a time: many at once would take the threads and the memory that answering calls needs.
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
  const nobodys = write(random(saltBytes), random(hashBytes));
  return {
    async hash(password) {
      const salt = random(saltBytes);
      const hash = await run('known', password, salt, cost);
      if (!hash) throw new Error('Whoever is known always has a turn.');
      return write(salt, hash);
    },
    async verify(kept, password, lane) {
      const { salt, hash, ...madeAt } = read(kept ?? nobodys);
      const isTooLong = password.length > longestTyped;
      const made = await run(lane, isTooLong ? '' : password, salt, madeAt);
      if (!made) return 'busy';
      const same = timingSafeEqual(made, hash);
      return same && !isTooLong && kept !== null;
    },
    isOutdated(kept) {
      const { log2N, r, p } = read(kept);
      return log2N !== cost.log2N || r !== cost.r || p !== cost.p;
    },
  };
}

function read(kept: string): ScryptCost & { readonly salt: Buffer; readonly hash: Buffer } {
  const [, log2N, r, p, salt = '', hash = ''] = kept.split('$');
  return {
    log2N: Number(log2N),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  };
}

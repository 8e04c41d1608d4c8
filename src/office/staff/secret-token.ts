import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A cryptographically secure source of random bytes. */
export type RandomBytes = (count: number) => Uint8Array;

const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** A 256-bit secret for a URL or a cookie: 43 characters. */
export const createToken = (random: RandomBytes): string => toText(random(32));

/** A random id for a record: 22 characters. */
export const createId = (random: RandomBytes): string => toText(random(16));

/** The stored hash of a secret. It needs no salt, because 256 random bits cannot be brute-forced. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * The CSRF token in the forms of a session. The token is derived from the secret in the cookie, so nothing more has to
 * be stored. Another site can make a browser send the cookie, but cannot read it, and so cannot compute the token.
 */
export const csrfTokenOf = (token: string): string => createHmac('sha256', token).update('csrf').digest('base64url');

/** Compares two secrets in constant time. */
export const isSameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());

/**
 * A hash of a text that cannot be computed without the key. The hash is used as a signature, and as a pseudonym that
 * does not reveal the text. With the same key, the same text always has the same hash.
 */
export const keyedHash = (key: string, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url');

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Bytes that nobody can guess, as many as asked. */
export type RandomBytes = (count: number) => Uint8Array;

const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** A secret of 256 bits for an address or a cookie: 43 characters. */
export const createToken = (random: RandomBytes): string => toText(random(32));

/** A name for a record: 22 characters. */
export const createId = (random: RandomBytes): string => toText(random(16));

/** What is kept of a secret. It needs no salt: 256 random bits cannot be tried out. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * What a session's forms carry to prove that they came from our own pages. Made from the secret in the cookie, which another
 * site can send but not read, so there is nothing more to keep.
 */
export const csrfTokenOf = (token: string): string => createHmac('sha256', token).update('csrf').digest('base64url');

/** Whether two secrets are the same, in a time that does not tell how much of them is. */
export const isSameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());

/** A text that counts the same thing again without saying what it is. */
export const keyedHash = (key: string, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url');

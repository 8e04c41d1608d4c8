import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** With it a line on another machine shows that a request comes from it, and not from whoever else reaches the office's port. */
export const secretHeader = 'kotozute-line';

/** Characters of the shortest secret. */
export const shortestSecret = 32;

/** Whether a request comes from a line that knows the secret. */
export function isFromLine({ headers }: IncomingMessage, secret: string): boolean {
  const given = Buffer.from(String(headers[secretHeader] ?? ''));
  const expected = Buffer.from(secret);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

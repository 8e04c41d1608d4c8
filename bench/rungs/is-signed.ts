import { timingSafeEqual } from 'node:crypto';
import { account, sign } from '../../tests/support/twilio-account.ts';

/** One HMAC, one comparison: the least that tells Twilio from anybody else. */
export function isSigned(
  address: string,
  parameters: Readonly<Record<string, string>>,
  signature: string | string[] | undefined,
): boolean {
  const given = Buffer.from(String(signature));
  const expected = Buffer.from(sign(address, parameters, account.authTokens[0]));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

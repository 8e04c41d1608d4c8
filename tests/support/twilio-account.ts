import { createHmac } from 'node:crypto';

/** A made-up Twilio account. */
export const account = {
  accountSid: `AC${'0'.repeat(31)}1`,
  authTokens: ['a'.repeat(32), 'b'.repeat(32)],
  publicUrl: 'https://line.example.jp',
} as const;

/** Parameters that Twilio sends with every webhook, with made-up values. */
export const callParameters = {
  CallSid: `CA${'0'.repeat(31)}2`,
  AccountSid: account.accountSid,
  From: '+815000000001',
  To: '+815000000002',
  CallStatus: 'in-progress',
  ApiVersion: '2010-04-01',
  Direction: 'inbound',
} as const;

/**
 * Signs a webhook as Twilio's documentation describes. The signature is an HMAC-SHA1 of the address and all parameters.
 * The parameters are sorted by name, and joined without separators. This code does not use Twilio's package, so that
 * tests also check the package's validator.
 * Source: https://www.twilio.com/docs/usage/security#validating-requests
 */
export function sign(address: string, parameters: Readonly<Record<string, string>>, token: string): string {
  const names = Object.keys(parameters).sort();
  const text = address + names.map((name) => name + parameters[name]).join('');
  return createHmac('sha1', token).update(text, 'utf8').digest('base64');
}

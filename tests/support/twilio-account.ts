import { createHmac } from 'node:crypto';

/** A made-up account. */
export const account = {
  accountSid: `AC${'0'.repeat(31)}1`,
  authTokens: ['a'.repeat(32), 'b'.repeat(32)],
  publicUrl: 'https://line.example.jp',
} as const;

/** What Twilio sends with every webhook, all made up. */
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
 * Signs as Twilio's documentation describes: HMAC-SHA1 over the address and every parameter, sorted by name, name and
 * value without anything between. Written here anew, so that the package's validator is held against another hand.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function sign(address: string, parameters: Readonly<Record<string, string>>, token: string): string {
  const names = Object.keys(parameters).sort();
  const text = address + names.map((name) => name + parameters[name]).join('');
  return createHmac('sha1', token).update(text, 'utf8').digest('base64');
}

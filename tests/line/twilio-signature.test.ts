import fc from 'fast-check';
import webhooks from 'twilio/lib/webhooks/webhooks.js';
import { describe, expect, test } from '#jest';
import { checkSignature } from '../../src/line/twilio/check-signature.ts';
import { readParameters } from '../../src/line/twilio/read-webhook.ts';
import { account } from '../support/twilio-account.ts';

const configured = { ...account, signedUrls: [account.publicUrl] };
const [token] = account.authTokens;

/** Possible content of a form: any text, escaped or not, and escaped bytes that are not text. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).map(encodeURIComponent),
  fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.replaceAll('%', '')),
  fc.constantFrom('+', '%20', '%E3%81', '%c3%28', '%00', ' ', '=', '__proto__', 'toString', 'é', 'か', '\u{1f4de}'),
);
const pieces = fc.array(piece, { maxLength: 4 }).map((each) => each.join(''));
const pair = fc.oneof(
  fc.tuple(pieces, pieces).map(([name, value]) => `${name}=${value}`),
  pieces,
  fc.constantFrom('', '=', 'a=1', 'a=2', 'a=1', 'b'),
);
const body = fc.array(pair, { maxLength: 12 }).map((pairs) => pairs.join('&'));

/** Parses a form as the WHATWG URL standard defines it for application/x-www-form-urlencoded. */
function byTheStandard(text: string): Record<string, string[]> {
  const all: Record<string, string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) all[name] = [...(all[name] ?? []), value];
  return all;
}

describe('The parameters of a form', () => {
  test('are parsed as the standard requires', () => {
    fc.assert(
      fc.property(body, (text) => {
        const read = Object.entries(readParameters(text) ?? {}).map(([name, value]) => [name, [value].flat()]);
        expect(read.sort()).toEqual(Object.entries(byTheStandard(text)).sort());
      }),
      { numRuns: 2000 },
    );
  });
});

describe('A signature', () => {
  const sid = `AccountSid=${account.accountSid}`;

  test('is accepted exactly if it is the one that Twilio’s own package computes, for any parameters', () => {
    fc.assert(
      fc.property(body, pieces, (text, query) => {
        const sent = { path: `/twilio/voice?${query}`, body: `${sid}&x=${'y'.repeat(9000)}&${text}` };
        const parameters = readParameters(sent.body) ?? {};
        fc.pre(parameters.AccountSid === account.accountSid);
        const expected = webhooks.getExpectedTwilioSignature(token, account.publicUrl + sent.path, parameters);
        // For such a long body, the library is not asked about other spellings. Only our own computation can accept it.
        expect(checkSignature(configured, { ...sent, signature: expected })).toEqual({ parameters });
        const [first = ''] = expected;
        const other = (first === 'A' ? 'B' : 'A') + expected.slice(1);
        expect(checkSignature(configured, { ...sent, signature: other })).toHaveProperty('refused');
      }),
      { numRuns: 500 },
    );
  });
});

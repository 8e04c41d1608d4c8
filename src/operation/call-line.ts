import { randomBytes } from 'node:crypto';
import webhooks from 'twilio/lib/webhooks/webhooks.js';
import { type Answer, fetchAnswer } from '../common/fetch-answer.ts';
import { ownCallNumber } from '../common/twilio-addresses.ts';

/** The line that receives the webhooks, and the account in whose name they are sent. */
export interface Caller {
  readonly publicUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
}

/**
 * The parameters that Twilio sends with every webhook of a call. `To` is a number that belongs to nobody. By this
 * number, the line recognises test calls. It does not count them, except for turns that end in an internal error.
 */
const parametersOf = (accountSid: string, more: Readonly<Record<string, string>>) => ({
  CallSid: `CA${randomBytes(16).toString('hex')}`,
  AccountSid: accountSid,
  From: 'anonymous',
  To: ownCallNumber,
  CallStatus: 'in-progress',
  ApiVersion: '2010-04-01',
  Direction: 'inbound',
  ...more,
});

/**
 * Sends a webhook through the public address, as Twilio would. The webhook is signed with `authToken`.
 * @param address the whole address, with its query; the part from `#` on is not sent
 * @param more further parameters of the webhook
 * @throws NoAnswerError as `fetchAnswer` does
 */
export function sendWebhook(
  { accountSid, authToken }: Caller,
  address: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const url = address.replace(/#.*$/, '');
  const parameters = parametersOf(accountSid, more);
  return fetchAnswer(url, {
    method: 'POST',
    body: new URLSearchParams(parameters).toString(),
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'X-Twilio-Signature': webhooks.getExpectedTwilioSignature(authToken, url, parameters),
      'User-Agent': 'TwilioProxy/1.1',
    },
  });
}

/**
 * Returns the first sound that a TwiML document plays, and the address to which Twilio sends the key that the caller
 * presses next. If the document has no sound or no such address, null takes its place.
 */
export function readTwiml(text: string): { readonly sound: string | null; readonly action: string | null } {
  const [, sound] = /<Play>([^<]+)<\/Play>/.exec(text) ?? [];
  const [, action] = /<Gather\b[^>]*\baction="([^"]+)"/.exec(text) ?? [];
  const plain = (each: string | undefined) => each?.replaceAll('&amp;', '&') ?? null;
  return { sound: plain(sound), action: plain(action) };
}

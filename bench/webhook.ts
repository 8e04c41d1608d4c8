import { account, sign } from '../tests/support/twilio-account.ts';

const city = { City: 'KUMAMOTO-SHI, CHUO-KU', Country: 'JP', State: 'KUMAMOTO PREFECTURE, KYUSHU', Zip: '860-0000' };
const caller = '+815000000001';

/** The line's general number, which belongs to no language. */
export const lineNumber = '+815000000002';

/** The details by which webhooks differ. */
interface WebhookDetails {
  /** A different number for each call. The call’s id (`CallSid`) contains it in hexadecimal. */
  readonly call: number;
  /** The telephone number that was called. */
  readonly to: string;
  /** The key that was pressed; empty for silence, and absent at the start of a call. */
  readonly key?: string;
}

/** The 28 parameters of a webhook for a call within Japan, with made-up values: 700 to 900 bytes as a form. */
export function parametersOf({ call, to, key }: WebhookDetails): Record<string, string> {
  const placed = (party: string) => Object.entries(city).map(([what, value]) => [`${party}${what}`, value]);
  return {
    AccountSid: account.accountSid,
    ApiVersion: '2010-04-01',
    CallSid: `CA${call.toString(16).padStart(32, '0')}`,
    CallStatus: key === undefined ? 'ringing' : 'in-progress',
    Called: to,
    Caller: caller,
    Direction: 'inbound',
    From: caller,
    To: to,
    ...Object.fromEntries(['Called', 'Caller', 'From', 'To'].flatMap(placed)),
    ...(key === undefined
      ? { CallToken: 'made-up', ForwardedFrom: caller, StirVerstat: 'No-TN-Validation' }
      : { Digits: key, FinishedOnKey: '', msg: 'Gather Finished' }),
  };
}

/** A webhook request of a call. */
export interface Webhook extends WebhookDetails {
  /** The path, which starts with `/twilio` and includes the query. */
  readonly path: string;
}

/**
 * The bytes of a webhook request, signed and with the headers that Twilio sends.
 * @param publicUrl the public address configured in the line
 */
export function writeWebhook({ path, ...happened }: Webhook, publicUrl: string = account.publicUrl): Buffer {
  const parameters = parametersOf(happened);
  const signature = sign(publicUrl + path, parameters, account.authTokens[0]);
  return writePost(path, new URLSearchParams(parameters).toString(), signature);
}

/** The bytes of a POST request with a form. */
export function writePost(path: string, body: string, signature: string): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${new URL(account.publicUrl).host}`,
    'User-Agent: TwilioProxy/1.1',
    'Accept: */*',
    'Content-Type: application/x-www-form-urlencoded; charset=UTF-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'I-Twilio-Idempotency-Token: 00000000-0000-4000-8000-000000000000',
    `X-Twilio-Signature: ${signature}`,
    'X-Home-Region: us1',
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** The bytes of a GET request. */
export const writeGet = (path: string): Buffer => Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);

import { account, sign } from '../tests/support/twilio-account.ts';

const city = { City: 'KUMAMOTO-SHI, CHUO-KU', Country: 'JP', State: 'KUMAMOTO PREFECTURE, KYUSHU', Zip: '860-0000' };
const caller = '+815000000001';

/** The line's own number in a call that nobody's own language answers. */
export const lineNumber = '+815000000002';

/** What tells one webhook from another. */
export interface Happened {
  /** A number of the call, for its id. */
  readonly call: number;
  /** The number that was dialled. */
  readonly to: string;
  /** Empty: silence. Absent: the call begins. */
  readonly key?: string;
}

/** The 28 parameters of a webhook in a call within Japan, all made up; 700 to 900 bytes as a form. */
export function parametersOf({ call, to, key }: Happened): Record<string, string> {
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

/** A webhook of a call. */
export interface Asked extends Happened {
  /** From `/twilio` on, with its query. */
  readonly path: string;
}

/**
 * A webhook as it arrives, signed and with the headers that Twilio sends.
 * @param publicUrl the address that the line was told to be its own
 */
export function writeWebhook({ path, ...happened }: Asked, publicUrl: string = account.publicUrl): Buffer {
  const parameters = parametersOf(happened);
  const signature = sign(publicUrl + path, parameters, account.authTokens[0]);
  return writePost(path, new URLSearchParams(parameters).toString(), signature);
}

/** A form as a request. */
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

/** A GET as a request. */
export const writeGet = (path: string): Buffer => Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);

import { randomBytes } from 'node:crypto';
import webhooks from 'twilio/lib/webhooks/webhooks.js';
import { codeOf } from '../common/errors.ts';

/** Milliseconds for one answer: as long as Twilio waits. */
const patience = 15_000;

/** Bytes of the longest answer that is read: a sound of ten minutes. */
const longestAnswer = 5_000_000;

/** What came back from an address. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  /** Where it redirects to; empty where it does not. */
  readonly location: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Nothing came back. `code` is that of the system, of TLS or of the resolver. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
  readonly code: string;

  constructor(code: string) {
    super(`There was no answer (${code}).`);
    this.code = code;
  }
}

/**
 * Asks for an address as somebody outside would; redirects are not followed.
 * @throws NoAnswerError when nothing comes back, or more than a line ever sends
 */
export async function fetchAnswer(address: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const answer = await fetch(address, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patience) });
    const bytes = await readBounded(answer);
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      location: answer.headers.get('location') ?? '',
      bytes,
      text: new TextDecoder().decode(bytes),
    };
  } catch (error) {
    if (error instanceof NoAnswerError) throw error;
    const { name, cause } = Object(error);
    throw new NoAnswerError(codeOf(cause) ?? (name === 'TimeoutError' ? 'ETIMEDOUT' : String(name)));
  }
}

async function readBounded({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > longestAnswer) throw new NoAnswerError('too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Whose webhooks are sent. */
export interface Caller {
  readonly publicUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
}

/** What Twilio sends with every webhook of a call. The numbers belong to nobody. */
const parametersOf = (accountSid: string, more: Readonly<Record<string, string>>) => ({
  CallSid: `CA${randomBytes(16).toString('hex')}`,
  AccountSid: accountSid,
  From: 'anonymous',
  To: '+810000000000',
  CallStatus: 'in-progress',
  ApiVersion: '2010-04-01',
  Direction: 'inbound',
  ...more,
});

/**
 * Sends a webhook as Twilio would, signed with our own token, through the public address.
 * @param address whole, with its query; what follows `#` is not sent
 * @throws NoAnswerError as `fetchAnswer`
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

/** The sound that a document plays, and the address of the next turn; null where there is none. */
export function readTwiml(text: string): { readonly sound: string | null; readonly action: string | null } {
  const [, sound] = /<Play>([^<]+)<\/Play>/.exec(text) ?? [];
  const [, action] = /<Gather\b[^>]*\baction="([^"]+)"/.exec(text) ?? [];
  const plain = (each: string | undefined) => each?.replaceAll('&amp;', '&') ?? null;
  return { sound: plain(sound), action: plain(action) };
}

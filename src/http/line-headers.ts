import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Utterance } from '../edition/turn-sounds.ts';

/**
 * The header in which a line sends the shared secret to an office on another machine. The secret is needed, because
 * others may also reach the port of that office.
 */
export const secretHeader = 'kotozute-line';

/** Whether a request comes from a line that knows the secret. */
export function isFromLine({ headers }: IncomingMessage, secret: string): boolean {
  const given = Buffer.from(String(headers[secretHeader] ?? ''));
  const expected = Buffer.from(secret);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * The header that says what a narration contains. A line that cannot create the narration sends it, so that the office
 * can create the narration.
 */
const utteranceHeader = 'kotozute-said';

/** Maximum length of the utterance header, in characters. The header of a turn has a few thousand at most. */
const longestUtterance = 12_000;

const known = new WeakMap<IncomingMessage, Utterance>();

/** Remembers, for `headersForOffice`, what the requested narration says. */
export const rememberUtterance = (request: IncomingMessage, said: Utterance | undefined): void => {
  if (said) known.set(request, said);
};

/** Whether this line knows what the requested narration says. It does if a call needed the narration recently. */
export const hasUtterance = (request: IncomingMessage): boolean => known.has(request);

/**
 * The headers of a request as they are sent to the office. The utterance header always comes from the line, never from
 * the client.
 */
export function headersForOffice(request: IncomingMessage): IncomingMessage['headers'] {
  const { [utteranceHeader]: _forged, ...headers } = request.headers;
  const said = known.get(request);
  return said ? { ...headers, [utteranceHeader]: Buffer.from(JSON.stringify(said)).toString('base64url') } : headers;
}

/**
 * Reads what the requested narration says.
 * @returns null if the header is absent, too long or unreadable. The header can be trusted, because only a line can
 * send it: others cannot reach the office, or do not know the secret
 */
export function readUtterance({ headers }: IncomingMessage): Utterance | null {
  const text = headers[utteranceHeader];
  if (typeof text !== 'string' || text.length > longestUtterance) return null;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}

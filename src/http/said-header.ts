import type { IncomingMessage } from 'node:http';
import type { Said } from '../edition/turn-sounds.ts';

/** With a narration that a line cannot make goes what it says, so that an office that has not come to it yet can make it. */
const header = 'kotozute-said';

/** Characters of the longest; no turn has more than some thousand. */
const longest = 12_000;

const known = new WeakMap<IncomingMessage, Said>();

/** Remembers what the narration says that a request asks for. */
export const setSaid = (request: IncomingMessage, said: Said | undefined): void => {
  if (said) known.set(request, said);
};

/** Whether a call has wanted what a request asks for. */
export const isSaid = (request: IncomingMessage): boolean => known.has(request);

/** The headers of a request as they go to the office: with what the line knows, and never with what a stranger has sent. */
export function withSaid(request: IncomingMessage): IncomingMessage['headers'] {
  const { [header]: _forged, ...headers } = request.headers;
  const said = known.get(request);
  return said ? { ...headers, [header]: Buffer.from(JSON.stringify(said)).toString('base64url') } : headers;
}

/** @returns null for a request without it. Only a line sends it: nobody else reaches its office, or knows the secret */
export function readSaid({ headers }: IncomingMessage): Said | null {
  const text = headers[header];
  if (typeof text !== 'string' || text.length > longest) return null;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}

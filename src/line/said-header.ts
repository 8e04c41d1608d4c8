import type { IncomingMessage } from 'node:http';
import type { Said } from './turn-sounds.ts';

/** With a narration that a line cannot make goes what it says, so that an office that has not come to it yet can make it. */
const header = 'kotozute-said';

/** Characters of the longest; no turn has more than some thousand. */
const longest = 12_000;

/** Sets it, or takes away what a stranger has sent. */
export function setSaid({ headers }: IncomingMessage, said: Said | undefined): void {
  if (said) headers[header] = Buffer.from(JSON.stringify(said)).toString('base64url');
  else delete headers[header];
}

/** @returns null for a request without it. Only a line sends it, over a socket that only its own user may open */
export function readSaid({ headers }: IncomingMessage): Said | null {
  const text = headers[header];
  if (typeof text !== 'string' || text.length > longest) return null;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}

import type { IncomingMessage } from 'node:http';

/** In bytes. Twilio sends one thousand; many more come from nobody we know. */
export const longestBody = 32_000;

const isForm = /^application\/x-www-form-urlencoded\b/i;

const isAscii = /^[\0-\x7f]*$/;

/** Why a body is not read: it is longer than any of Twilio's, or in an encoding Twilio does not use. */
export type Unreadable = 413 | 415;

/**
 * Reads a form body; another content type counts as an empty one, whose signature cannot fit. By hand rather than with
 * `express.text`, whose choice of charsets and compressions costs more than all the rest of a webhook. A client that goes
 * away in the middle is told nothing.
 */
export function readBody(request: IncomingMessage, then: (body: string | Unreadable) => void): void {
  const { 'content-type': type, 'content-encoding': encoding } = request.headers;
  if (!isForm.test(type ?? '')) {
    then('');
    return;
  }
  if (encoding !== undefined && encoding !== 'identity') {
    then(415);
    return;
  }
  let body = '';
  const add = (chunk: Buffer) => {
    // One character for each byte, so that bytes are counted. A decoder of Node's would cost more than the reading.
    body += chunk.toString('latin1');
    if (body.length <= longestBody) return;
    request.off('data', add).off('end', end).resume();
    then(413);
  };
  // A form is written in ASCII; whatever else comes is UTF-8.
  const end = () => then(isAscii.test(body) ? body : Buffer.from(body, 'latin1').toString());
  request.on('data', add).on('end', end);
}

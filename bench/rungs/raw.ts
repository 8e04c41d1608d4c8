import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { account, sign } from '../../tests/support/twilio-account.ts';

/** Checks a signature with the minimum of work: one HMAC and one comparison. */
export function isSigned(
  address: string,
  parameters: Readonly<Record<string, string>>,
  signature: string | string[] | undefined,
): boolean {
  const given = Buffer.from(String(signature));
  const expected = Buffer.from(sign(address, parameters, account.authTokens[0]));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const action = `${account.publicUrl}/twilio/turn/WzEsIjAxMjM0NTY3ODkiLDAsMCwwLCJ0b3BpY3MiLCJlbiIsMCwiY2FyZC51c2UiLDAsMCwwLG51bGwsW11d?n=2#e=tokyo&amp;ct=1500&amp;rt=4000&amp;rc=2`;

/** A fixed answer that is as long as a real one, for the rungs that do not build answers. */
export const fixedTwiml =
  '<?xml version="1.0" encoding="UTF-8"?><Response><Gather input="dtmf" numDigits="1" finishOnKey="" timeout="7"' +
  ` action="${action}" method="POST" actionOnEmptyResult="true">` +
  `<Play>${account.publicUrl}/audio/${'0123456789abcdef'.repeat(4)}.wav</Play></Gather>` +
  `<Redirect method="POST">${action}</Redirect></Response>`;

function answer(response: ServerResponse): void {
  response.setHeader('Content-Type', 'text/xml; charset=utf-8');
  response.end(fixedTwiml);
}

function withBody(request: IncomingMessage, read: (body: string) => void): void {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => read(body));
}

/** The minimum of work for a server: a fixed answer, without reading the body. */
export const raw: RequestListener = (_request, response) => answer(response);

/** Reads the body of a request, ignores it, and sends a fixed answer. */
export const rawForm: RequestListener = (request, response) => withBody(request, () => answer(response));

/** The work that every webhook server must do: read the body, parse its parameters, check one signature, and answer. */
export const rawHmac: RequestListener = (request, response) =>
  withBody(request, (body) => {
    const parameters = Object.fromEntries(new URLSearchParams(body));
    if (isSigned(account.publicUrl + request.url, parameters, request.headers['x-twilio-signature'])) {
      return answer(response);
    }
    response.statusCode = 403;
    response.end('forged');
  });

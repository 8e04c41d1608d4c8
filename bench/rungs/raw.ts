import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { account } from '../../tests/support/twilio-account.ts';
import { fixedTwiml } from './fixed-twiml.ts';
import { isSigned } from './is-signed.ts';

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

/** The least that a server can do. */
export const raw: RequestListener = (_request, response) => answer(response);

/** The body is read and not looked at. */
export const rawForm: RequestListener = (request, response) => withBody(request, () => answer(response));

/** The work that no webhook of a telephone line can skip: the body, its parameters, one signature, an answer. */
export const rawHmac: RequestListener = (request, response) =>
  withBody(request, (body) => {
    const parameters = Object.fromEntries(new URLSearchParams(body));
    if (isSigned(account.publicUrl + request.url, parameters, request.headers['x-twilio-signature'])) {
      return answer(response);
    }
    response.statusCode = 403;
    response.end('forged');
  });

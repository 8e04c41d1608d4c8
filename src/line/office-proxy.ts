import type { ClientRequest, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { messageOf } from '../common/errors.ts';
import { headersForOffice, secretHeader } from '../http/line-headers.ts';
import { request as ask, requestSecurely } from '../http/node-http.ts';
import { officeUnavailable, tooLargeToSend, tooManyInProgress } from './office-unavailable.ts';
import { createPacer } from './pacer.ts';
import { createRequestsInProgress } from './requests-in-progress.ts';

/**
 * Maximum number of bytes of one request body: the largest upload with its form encoding. Bodies are passed on as they come and
 * never kept; sounds of a whole language are longer than anything else.
 */
export const mostBytes = { of: 6_000_000, ofSounds: 21_000_000 } as const;

const mostBytesOf = ({ path, baseUrl }: Request): number =>
  /^\/console\/sounds\/?$/.test(`${baseUrl}${path}`) ? mostBytes.ofSounds : mostBytes.of;

/** What is not forwarded: hop-by-hop headers (RFC 9110, section 7.6.1), and `expect` and `trailer`, which concern this connection only. */
const notForwarded = new Set([
  ...['connection', 'expect', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
]);

const passedOn = (headers: IncomingMessage['headers']) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !notForwarded.has(name)));

/** Milliseconds between two attempts to reach an office that is starting. */
const triesEvery = 100;

/** Milliseconds for another machine to accept a connection: one that is switched off does not respond at all. */
const connectsWithin = 2000;

export interface ProxyOptions {
  /** Milliseconds to wait for an office that is starting; only for requests without a body. */
  readonly patience?: (request: Request) => number;
  /** Called with the reason when the office cannot be reached, and with null when it has answered. */
  readonly reached?: (why: string | null) => void;
  /** Answers when the office cannot be reached; by default with a page that says so. */
  readonly unavailable?: RequestHandler;
}

/** How to reach an office: over its socket on this machine, or at an address such as `http://10.0.0.5:3001`. */
type OfficeAddress = { readonly socketPath: string } | { readonly url: string; readonly secret: string };

/**
 * Forwards requests to the office. Method, address and body stay as received; headers of the connection are removed, and the
 * client's address and the line's own headers are added.
 */
export function createOfficeProxy(
  office: OfficeAddress,
  { patience = () => 0, reached = () => {}, unavailable = officeUnavailable }: ProxyOptions = {},
): RequestHandler {
  const admit = createRequestsInProgress();
  const inTurn = createPacer();
  return (request, response, next) => {
    if (!admit(request, response)) return tooManyInProgress(request, response, next);
    if (Number(request.headers['content-length']) > mostBytesOf(request))
      return tooLargeToSend(request, response, next);
    const waits = patience(request);
    const until = performance.now() + waits;
    let current: ClientRequest | null = null;
    response.once('close', () => current?.destroy());
    const attempt = () => {
      // Aborted before its turn: no further work.
      if (response.destroyed) return;
      const asked = askOffice(request, office);
      current = asked;
      asked.on('response', (answer) => {
        reached(null);
        response.writeHead(answer.statusCode ?? 502, passedOn(answer.headers));
        // A truncated response must not look complete.
        answer.on('error', () => response.destroy()).pipe(response);
      });
      asked.on('error', (error) => {
        if (!response.destroyed) reached(messageOf(error));
        if (response.headersSent) response.destroy();
        else if (performance.now() < until) setTimeout(attempt, triesEvery);
        else if (!response.destroyed) unavailable(request, response, next);
      });
      if (waits > 0) asked.end();
      else sendBody(request, asked);
    };
    inTurn(() => {
      try {
        attempt();
      } catch {
        // No request content may end the process.
        response.destroy();
      }
    });
  };
}

function askOffice(request: Request, office: OfficeAddress): ClientRequest {
  const { method, headers, socket } = request;
  // The office throttles by client address.
  const from = [headers['x-forwarded-for'], socket.remoteAddress].flat().filter(Boolean).join(', ');
  const options = {
    // One connection per request. `keep-alive` below tells the office to leave closing it to the line. If the office closed it
    // before it had read the whole body, its response would be lost too.
    agent: false,
    method,
    // As received: parsing and serialising an address may change it.
    path: request.originalUrl,
    headers: { ...passedOn(headersForOffice(request)), 'x-forwarded-for': from, connection: 'keep-alive' },
  } as const;
  if ('socketPath' in office) return ask({ ...options, ...office });
  const { protocol, hostname, port } = new URL(office.url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const elsewhere = {
    ...options,
    headers: { ...options.headers, [secretHeader]: office.secret },
    host,
    port,
    // Without this, Node would take the TLS server name from the visitor's Host header.
    servername: isIP(host) > 0 ? '' : host,
  };
  const asked = protocol === 'https:' ? requestSecurely(elsewhere) : ask(elsewhere);
  const late = setTimeout(() => asked.destroy(new Error(`nothing answers at ${office.url}`)), connectsWithin);
  asked.once('socket', (socket) => socket.once('connect', () => clearTimeout(late)));
  asked.once('close', () => clearTimeout(late));
  return asked;
}

function sendBody(request: Request, asked: ClientRequest): void {
  const most = mostBytesOf(request);
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > most) request.socket.destroy();
  });
  request.pipe(asked);
}

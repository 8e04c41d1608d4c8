import type { ClientRequest, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { codeOf } from '../common/errors.ts';
import { headersForOffice, secretHeader } from '../http/line-headers.ts';
import { request as requestHttp, requestSecurely } from '../http/node-http.ts';
import { officeUnavailable, tooLargeToSend, tooManyInProgress } from './office-unavailable.ts';
import { createPacer } from './pacer.ts';
import { createRequestsInProgress } from './requests-in-progress.ts';

/**
 * Maximum size of a request body in bytes, including its form encoding. `ofSounds` is for uploading the sounds of a
 * whole language, `of` for everything else. Bodies are streamed, never buffered.
 */
export const mostBytes = { of: 6_000_000, ofSounds: 21_000_000 } as const;

const mostBytesOf = ({ path, baseUrl }: Request): number =>
  /^\/console\/sounds\/?$/.test(`${baseUrl}${path}`) ? mostBytes.ofSounds : mostBytes.of;

/**
 * Headers that are not forwarded: those that concern one connection only (RFC 9110, section 7.6.1), and `expect`, which
 * Node has answered already.
 */
const hopByHopHeaders = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const endToEndHeaders = (headers: IncomingMessage['headers']) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHopHeaders.has(name)));

/** Milliseconds between two attempts to reach an office that is starting. */
const retryInterval = 100;

/**
 * Milliseconds to wait for another machine to accept a connection. Without a limit, a request would wait much longer
 * for a machine that is switched off, because such a machine does not answer at all.
 */
const connectTimeout = 2000;

export interface ProxyOptions {
  /** Milliseconds to wait for an office that is starting; only for requests without a body. */
  readonly waitFor?: (request: Request) => number;
  /**
   * Called with null when the office has answered, and with the reason when it cannot be reached. Not called after an
   * answer with status 403, with which an office may refuse this line, or 5xx, which may come from a proxy in front of
   * the office.
   */
  readonly onAttempt?: (failure: string | null) => void;
  /** Answers the request when the office cannot be reached; by default with a page that says so. */
  readonly unavailable?: RequestHandler;
}

/**
 * Why an office could not be reached. Everyone can read this text at `/healthz`. So it contains the code of the error
 * and not the error's message, which may contain the address of the office.
 */
export const noAnswer = (error: unknown): string => `there was no answer (${codeOf(error) ?? 'no reason known'})`;

/** How to reach an office: over its socket on this machine, or at an address such as `http://10.0.0.5:3001`. */
type OfficeAddress = { readonly socketPath: string } | { readonly url: string; readonly secret: string };

/**
 * Forwards requests to the office. Method, path and body stay as received. The headers in `hopByHopHeaders` are
 * removed. The client's address and the line's own headers are added.
 */
export function createOfficeProxy(
  office: OfficeAddress,
  { waitFor = () => 0, onAttempt = () => {}, unavailable = officeUnavailable }: ProxyOptions = {},
): RequestHandler {
  const admit = createRequestsInProgress();
  const pace = createPacer();
  return (request, response, next) => {
    if (!admit(request, response)) return tooManyInProgress(request, response, next);
    if (Number(request.headers['content-length']) > mostBytesOf(request))
      return tooLargeToSend(request, response, next);
    const wait = waitFor(request);
    const deadline = performance.now() + wait;
    let current: ClientRequest | null = null;
    response.once('close', () => current?.destroy());
    const start = () =>
      pace(() => {
        try {
          attempt();
        } catch {
          // A malformed request must not end the process.
          response.destroy();
        }
      });
    const attempt = () => {
      // The client has gone, so nobody needs an answer.
      if (response.destroyed) return;
      const forwarded = requestOffice(request, office);
      current = forwarded;
      forwarded.on('response', (answer) => {
        const { statusCode = 502 } = answer;
        if (statusCode !== 403 && statusCode < 500) onAttempt(null);
        response.writeHead(statusCode, endToEndHeaders(answer.headers));
        // A truncated response must not look complete.
        answer.on('error', () => response.destroy()).pipe(response);
      });
      forwarded.on('error', (error) => {
        if (!response.destroyed) onAttempt(noAnswer(error));
        if (response.headersSent) response.destroy();
        else if (performance.now() < deadline) setTimeout(start, retryInterval);
        else if (!response.destroyed) unavailable(request, response, next);
      });
      // A request that may wait for the office has no body.
      if (wait > 0) forwarded.end();
      else sendBody(request, forwarded);
    };
    start();
  };
}

function requestOffice(request: Request, office: OfficeAddress): ClientRequest {
  const { method, headers, socket } = request;
  // The office limits requests by the address of the client, so the line tells it this address.
  const from = [headers['x-forwarded-for'], socket.remoteAddress].flat().filter(Boolean).join(', ');
  const options = {
    // Each request has its own connection. Because of the `keep-alive` header below, the line closes it and not the
    // office. If the office closed it before reading the whole body, the office's response would be lost.
    agent: false,
    method,
    // The path is forwarded as received, because parsing and serialising it may change it.
    path: request.originalUrl,
    headers: { ...endToEndHeaders(headersForOffice(request)), 'x-forwarded-for': from, connection: 'keep-alive' },
  } as const;
  if ('socketPath' in office) return requestHttp({ ...options, ...office });
  const { protocol, hostname, port } = new URL(office.url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const remote = {
    ...options,
    headers: { ...options.headers, [secretHeader]: office.secret },
    host,
    port,
    // Without this name, Node would take the TLS server name from the visitor's Host header.
    servername: isIP(host) > 0 ? '' : host,
  };
  const forwarded = protocol === 'https:' ? requestSecurely(remote) : requestHttp(remote);
  const timer = setTimeout(() => forwarded.destroy(new Error(`nothing answers at ${office.url}`)), connectTimeout);
  forwarded.once('socket', (socket) => socket.once('connect', () => clearTimeout(timer)));
  forwarded.once('close', () => clearTimeout(timer));
  return forwarded;
}

function sendBody(request: Request, forwarded: ClientRequest): void {
  const most = mostBytesOf(request);
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > most) request.socket.destroy();
  });
  request.pipe(forwarded);
}

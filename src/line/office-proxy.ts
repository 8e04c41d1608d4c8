import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { messageOf } from '../common/errors.ts';
import { secretHeader } from '../http/line-secret.ts';
import { request as ask, requestSecurely } from '../http/node-http.ts';
import { withSaid } from '../http/said-header.ts';
import { officeAway } from './office-away.ts';
import { createPacer } from './pacer.ts';

/**
 * What may be on its way to the office at one moment, and how long one request may be: the longest upload, and its frame. When
 * there are too many, the oldest of the address that has most is cut off: whoever holds requests that never end must not keep
 * staff out.
 */
export const proxyLimits = { underWay: 64, bytes: 6_000_000 } as const;

/** Headers that belong to one connection (RFC 9110, section 7.6.1). */
const ofConnection = new Set([
  ...['connection', 'expect', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
]);

const passedOn = (headers: IncomingMessage['headers']) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.has(name)));

/** Milliseconds between two tries to reach an office that is being started. */
const triesEvery = 100;

/** Milliseconds for another machine to take a connection: one that is switched off says nothing. */
const connectsWithin = 2000;

export interface ProxyOptions {
  /** Milliseconds for an office that is being started; only for requests without a body. */
  readonly patience?: (request: Request) => number;
  /** Told why an office could not be reached, and null when one has answered. */
  readonly fares?: (why: string | null) => void;
  /** Answers where there is no office; unless told otherwise with a page that says so. */
  readonly away?: RequestHandler;
}

/** Where an office answers: over its socket on this machine, or at an address such as `http://10.0.0.5:3001`. */
export type OfficePlace = { readonly socketPath: string } | { readonly url: string; readonly secret: string };

/** Hands requests to the office: bytes in, bytes out. */
export function createOfficeProxy(
  place: OfficePlace,
  { patience = () => 0, fares = () => {}, away = officeAway }: ProxyOptions = {},
): RequestHandler {
  const underWay = new Map<ServerResponse, string>();
  const inTurn = createPacer();
  return (request, response, next) => {
    const dropped = underWay.size >= proxyLimits.underWay ? oldestOfMost(underWay) : undefined;
    if (dropped) {
      underWay.delete(dropped);
      dropped.destroy();
    }
    // One stranger may have a whole network of IPv6 addresses.
    underWay.set(response, ipKeyGenerator(request.ip ?? ''));
    response.once('close', () => underWay.delete(response));
    const waits = patience(request);
    const until = performance.now() + waits;
    let current: ClientRequest | null = null;
    response.once('close', () => current?.destroy());
    const attempt = () => {
      // One that was cut off, or went away, before its turn costs nothing more.
      if (response.destroyed) return;
      const asked = askOffice(request, place);
      current = asked;
      asked.on('response', (answer) => {
        fares(null);
        response.writeHead(answer.statusCode ?? 502, passedOn(answer.headers));
        // Cut off in the middle, an answer must not look whole.
        answer.on('error', () => response.destroy()).pipe(response);
      });
      asked.on('error', (error) => {
        if (!response.destroyed) fares(messageOf(error));
        if (response.headersSent) response.destroy();
        else if (performance.now() < until) setTimeout(attempt, triesEvery);
        else if (!response.destroyed) away(request, response, next);
      });
      if (waits > 0) asked.end();
      else sendBody(request, asked);
    };
    inTurn(() => {
      try {
        attempt();
      } catch {
        // Nothing that a stranger puts into a request may end the line.
        response.destroy();
      }
    });
  };
}

/** The oldest request of the address that has most of them under way: whoever holds many loses those. Where none has more than another, the oldest. */
function oldestOfMost(underWay: ReadonlyMap<ServerResponse, string>): ServerResponse | undefined {
  const counts = new Map<string, number>();
  for (const address of underWay.values()) counts.set(address, (counts.get(address) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...underWay].find(([, address]) => counts.get(address) === most)?.[0];
}

function askOffice(request: Request, place: OfficePlace): ClientRequest {
  const { method, headers, socket } = request;
  // The office counts and throttles by where a request comes from.
  const from = [headers['x-forwarded-for'], socket.remoteAddress].flat().filter(Boolean).join(', ');
  const options = {
    // A connection of its own, which the line closes. If the office closed it, with some of the body still unread, its
    // answer would be lost too.
    agent: false,
    method,
    // As it came: an address that is read and written again is another one.
    path: request.originalUrl,
    headers: { ...passedOn(withSaid(request)), 'x-forwarded-for': from, connection: 'keep-alive' },
  } as const;
  if ('socketPath' in place) return ask({ ...options, ...place });
  const { protocol, hostname, port } = new URL(place.url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const elsewhere = {
    ...options,
    headers: { ...options.headers, [secretHeader]: place.secret },
    host,
    port,
    // Not the host that the visitor asked for, by which Node would go.
    servername: isIP(host) > 0 ? '' : host,
  };
  const asked = protocol === 'https:' ? requestSecurely(elsewhere) : ask(elsewhere);
  const late = setTimeout(() => asked.destroy(new Error(`nothing answers at ${place.url}`)), connectsWithin);
  asked.once('socket', (socket) => socket.once('connect', () => clearTimeout(late)));
  asked.once('close', () => clearTimeout(late));
  return asked;
}

function sendBody(request: Request, asked: ClientRequest): void {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > proxyLimits.bytes) request.socket.destroy();
  });
  request.pipe(asked);
}

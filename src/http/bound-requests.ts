import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createServer, maxHeaderSize } from './node-http.ts';

/**
 * Requests of one connection that are answered at one moment. Twilio and browsers send the next when they have read the answer;
 * whoever sends thousands at once would fill the memory with answers.
 */
export const mostUnanswered = 4;

/** Milliseconds for a client to read an answer that came before all of its body had arrived. */
export const readsAnswerWithin = 1000;

/** Longer than load balancers keep idle connections, so that none is closed under a request. */
const keepAlive = 75_000;

/**
 * Milliseconds for a request to arrive: its headers, and all of it. Enough for a file of translators' sheets over a slow line;
 * connections that say nothing are given up sooner.
 */
export const arrivesWithin = { headers: 15_000, request: 120_000 } as const;

/** Milliseconds in which nothing of an answer was read, after which it is given up. */
export const longestUnread = 120_000;

/** Bytes of headers that an office reads: those of a request that a line has read, and what the line adds to them. */
export const headersBehindLine = 2 * maxHeaderSize;

/** A server that holds no more for a stranger's connection than the limits say. Does not listen yet. */
export function createBoundServer(
  listener: RequestListener,
  { unread = longestUnread, headers = maxHeaderSize } = {},
): Server {
  const { headers: headersTimeout, request: requestTimeout } = arrivesWithin;
  const server = createServer(
    { keepAliveTimeout: keepAlive, headersTimeout, requestTimeout, maxHeaderSize: headers },
    boundConnections(listener),
  );
  // Node's own: of a connection on which nothing has moved, while a request of it is under way.
  server.timeout = unread;
  server.on('connection', stopParser);
  return server;
}

/** How many requests of a connection wait for their answers; on the socket itself, where it costs least. */
const unanswered = Symbol('unanswered');
/** Whether a connection is at its end, whatever comes on it. */
const refused = Symbol('refused');
type CountedSocket = Socket & { [unanswered]?: number; [refused]?: boolean };

/**
 * Bounds what one connection can hold: how many of its requests wait for their answers, and a body that goes on after its
 * answer, because it was too long or nobody wanted it. Such a connection is read no further, and then ends.
 * @returns a listener that calls the one given
 */
export function boundConnections(
  listener: RequestListener,
  { most = mostUnanswered, within = readsAnswerWithin } = {},
): RequestListener {
  return (request, response) => {
    const socket: CountedSocket = request.socket;
    // What had arrived with the request for which the connection was ended, or looks like one among chunks that are not read.
    if (socket.destroyed || socket[refused]) return;
    const count = (socket[unanswered] ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      return;
    }
    socket[unanswered] = count;
    // One listener for both: every webhook pays for each.
    response.on('close', () => {
      socket[unanswered] = (socket[unanswered] ?? 1) - 1;
      endUnread(request, within);
    });
    if (request.headers['transfer-encoding'] === undefined) listener(request, response);
    else {
      socket[refused] = true;
      refuseChunks(response);
    }
  };
}

/** What Node's parser of a connection calls when the head of a request is there. What it returns goes to the parser. */
interface Parser {
  onIncoming: (request: IncomingMessage, shouldKeepAlive: boolean) => number;
}

/** For the parser: no body follows, or nothing more is to be read. */
const parserShall = { skipBody: 1, stop: -1 } as const;

/**
 * Stops Node's parser where nobody would read on. A packet of 64 kB is taken apart whole before anything else happens: 2,400 small
 * requests in it cost 50 ms and megabytes, chunks of a byte ten milliseconds. Node has no setting for it; without its parser's
 * help the bounds above still hold.
 */
function stopParser(socket: CountedSocket & { parser?: Parser | null }): void {
  const { parser } = socket;
  if (!parser) return;
  const { onIncoming } = parser;
  parser.onIncoming = (request, shouldKeepAlive) => {
    if (socket.destroyed || socket[refused] || (socket[unanswered] ?? 0) >= mostUnanswered) return parserShall.stop;
    const done = onIncoming(request, shouldKeepAlive);
    return request.headers['transfer-encoding'] === undefined ? done : parserShall.skipBody;
  };
}

/**
 * A body in chunks costs as much for one of a byte as for one of sixty thousand: a megabyte of the smallest kept calls waiting for
 * five seconds. Twilio and browsers say how long their bodies are.
 */
function refuseChunks(response: ServerResponse): void {
  const text = 'Say how long the body is (Content-Length); chunks are not taken.';
  const length = { 'Content-Length': text.length };
  response.writeHead(411, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close', ...length }).end(text);
}

function endUnread(request: IncomingMessage, within: number): void {
  const { socket } = request;
  if (request.complete || socket.destroyed) return;
  request.pause();
  socket.pause();
  setTimeout(() => socket.destroy(), within).unref();
}

/** Requests whose bodies are on their way at one moment; Twilio's take no time, so that calls come nowhere near. */
export const mostBodies = 128;

/** As much as must be known of a request. */
interface Incoming {
  readonly headers: { readonly 'content-length'?: string; readonly 'transfer-encoding'?: string };
  readonly socket: { destroy(): unknown };
  /** `close` comes when a body has been read to its end, and when its sender went away. */
  on(event: 'close', listener: () => void): this;
}

/**
 * Bounds what bodies on their way may hold in memory. When there are too many, the one that has been on its way for longest
 * is cut off: whoever fills the line with bodies that never end loses those, and a webhook, which is there at once, gets in.
 * @returns to be called with every request before its body is read
 */
export function boundBodies(most: number = mostBodies): (request: Incoming) => void {
  const underWay = new Set<Incoming>();
  return (request) => {
    const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers;
    if (length === '0' && encoding === undefined) return;
    const [oldest] = underWay;
    if (oldest && underWay.size >= most) {
      underWay.delete(oldest);
      oldest.socket.destroy();
    }
    underWay.add(request);
    request.on('close', () => void underWay.delete(request));
  };
}

import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createServer, maxHeaderSize } from './node-http.ts';

/**
 * Maximum number of unanswered requests of one connection. Twilio and browsers send the next request after the response;
 * a client that sends thousands at once would fill the memory with responses.
 */
export const mostUnanswered = 4;

/** Milliseconds for a client to read a response that was sent before its whole body had arrived. */
export const readsAnswerWithin = 1000;

/** Milliseconds; longer than load balancers keep idle connections, so that none is closed during a request. */
const keepAlive = 75_000;

/**
 * Milliseconds for a request to arrive: its headers, and all of it. Enough to upload translators' sheets over a slow connection;
 * silent connections are closed sooner.
 */
export const arrivesWithin = { headers: 15_000, request: 120_000 } as const;

/** Milliseconds after which a response is aborted if its client has read none of it. */
export const longestUnread = 120_000;

/** Maximum size of headers in an office, in bytes: those that a line accepts, and what the line adds to them. */
export const headersBehindLine = 2 * maxHeaderSize;

/** A server with limits on what a connection may hold in memory. Does not listen yet. */
export function createBoundServer(
  listener: RequestListener,
  { unread = longestUnread, headers = maxHeaderSize } = {},
): Server {
  const { headers: headersTimeout, request: requestTimeout } = arrivesWithin;
  const server = createServer(
    { keepAliveTimeout: keepAlive, headersTimeout, requestTimeout, maxHeaderSize: headers },
    boundConnections(listener),
  );
  // Node's own timeout of a connection without traffic while one of its requests is being answered.
  server.timeout = unread;
  server.on('connection', stopParser);
  return server;
}

/** Number of unanswered requests of a connection; stored on the socket, where it is cheapest. */
const unanswered = Symbol('unanswered');
/** Whether a connection is being closed, so that everything else it sends is ignored. */
const refused = Symbol('refused');
type CountedSocket = Socket & { [unanswered]?: number; [refused]?: boolean };

/**
 * Limits what one connection can hold: the number of unanswered requests, and a body that continues after its response because
 * it was too long or was not read. Such a connection is read no further, and is then closed.
 * @returns a listener that calls the given one
 */
export function boundConnections(
  listener: RequestListener,
  { most = mostUnanswered, within = readsAnswerWithin } = {},
): RequestListener {
  return (request, response) => {
    const socket: CountedSocket = request.socket;
    // Arrived together with the request for which the connection was closed, or is part of a chunked body that is not read.
    if (socket.destroyed || socket[refused]) return;
    const count = (socket[unanswered] ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      return;
    }
    socket[unanswered] = count;
    // One listener for both purposes, because each listener costs every webhook time.
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

/** Node's parser of a connection calls this when it has the headers of a request, and uses the return value. */
interface Parser {
  onIncoming: (request: IncomingMessage, shouldKeepAlive: boolean) => number;
}

/** Return values for the parser: no body follows, or stop reading. */
const parserShall = { skipBody: 1, stop: -1 } as const;

/**
 * Stops Node's parser when the rest would not be read. It parses a packet of 64 kB completely before anything else happens: 2,400
 * small requests in it cost 50 ms and megabytes, one-byte chunks ten milliseconds. Node has no setting for this. If the parser's
 * internals change, the limits above still hold.
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
 * A chunk of one byte costs as much time as one of sixty thousand: a megabyte of the smallest chunks blocked calls for five
 * seconds. Twilio and browsers send a Content-Length.
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

/** Maximum number of requests whose bodies are still arriving. Twilio's arrive at once, so calls stay far below it. */
export const mostBodies = 128;

/** The part of a request that is needed here. */
interface Incoming {
  readonly headers: { readonly 'content-length'?: string; readonly 'transfer-encoding'?: string };
  readonly socket: { destroy(): unknown };
  /** `close` is emitted when a body has been read completely, and when its sender has gone. */
  on(event: 'close', listener: () => void): this;
}

/**
 * Limits the memory of bodies that are still arriving. If there are too many, the oldest is aborted: a client that sends endless
 * bodies loses those, and a webhook, which arrives at once, gets through.
 * @returns a function to call with every request before its body is read
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

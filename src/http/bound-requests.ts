import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createServer, maxHeaderSize } from './node-http.ts';

/**
 * Maximum number of unanswered requests of one connection. Twilio and browsers send the next request after the
 * response. A client that sends thousands of requests together would fill the memory with responses.
 */
export const mostUnanswered = 4;

/** Milliseconds for a client to read a response that was sent before the whole body of its request had arrived. */
export const readsAnswerWithin = 1000;

/**
 * Milliseconds until an idle connection is closed. Load balancers close their idle connections earlier, so this server
 * never closes one on which a load balancer is just sending a request.
 */
const keepAlive = 75_000;

/**
 * Milliseconds within which a request must arrive: `headers` for its headers, `request` for all of it. The time for the
 * whole request is enough to upload translators' sheets over a slow connection.
 */
export const arrivesWithin = { headers: 15_000, request: 120_000 } as const;

/** Milliseconds after which a response is aborted if its client reads nothing more of it. */
export const longestUnread = 120_000;

/**
 * Maximum size in bytes of the headers that an office accepts. It is enough for the headers that a line accepts and the
 * headers that the line adds.
 */
export const headersBehindLine = 2 * maxHeaderSize;

/** Creates a server that limits what a connection may hold in memory. The server does not listen yet. */
export function createBoundServer(
  listener: RequestListener,
  { unread = longestUnread, headers = maxHeaderSize } = {},
): Server {
  const { headers: headersTimeout, request: requestTimeout } = arrivesWithin;
  const server = createServer(
    { keepAliveTimeout: keepAlive, headersTimeout, requestTimeout, maxHeaderSize: headers },
    boundConnections(listener),
  );
  // Node closes a connection that has had no traffic for this time while one of its requests is being answered.
  server.timeout = unread;
  server.on('connection', stopParser);
  return server;
}

/** Number of unanswered requests of a connection; stored on the socket, where it is cheapest. */
const unanswered = Symbol('unanswered');
/** Whether a connection is being closed, so that everything else it sends is ignored. */
const refused = Symbol('refused');
/**
 * Functions that answer the waiting requests of a connection, in the order of the requests. A request waits if the
 * response to an earlier one has not been sent yet.
 */
const waiting = Symbol('waiting');
type CountedSocket = Socket & { [unanswered]?: number; [refused]?: boolean; [waiting]?: (() => void)[] };

/**
 * Limits the memory that one connection can hold. Its requests are answered one after the other. If too many are
 * unanswered, the connection is closed immediately. A request with a chunked body is refused. If a body is too long or
 * is not needed, the response may be complete before the body has arrived. The rest of the body is then not read, and
 * the connection is closed after `within` milliseconds; see `endUnread`.
 * @returns a listener that calls the given one
 */
export function boundConnections(
  listener: RequestListener,
  { most = mostUnanswered, within = readsAnswerWithin } = {},
): RequestListener {
  return (request, response) => {
    const socket: CountedSocket = request.socket;
    // Either the connection was closed because of a request that arrived together with this one, or these bytes are
    // part of a chunked body that is not read.
    if (socket.destroyed || socket[refused]) return;
    const count = (socket[unanswered] ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      return;
    }
    socket[unanswered] = count;
    // A chunked request is refused now and not when its turn comes, because until then all of its chunks would be
    // parsed.
    if (isChunked(request)) socket[refused] = true;
    if (count === 1) return answer(request, response);
    // This request waits until the responses before it have been sent. While a response waits, Node does not tell it
    // that the connection has closed. If the file of a sound were already open for it, that file would stay open for
    // ever.
    socket[waiting] ??= [];
    socket[waiting].push(() => answer(request, response));
  };

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const socket: CountedSocket = request.socket;
    // One listener does all of this, because each additional listener makes every webhook slower.
    response.on('close', () => {
      socket[unanswered] = (socket[unanswered] ?? 1) - 1;
      endUnread(request, response, within);
      const next = socket[waiting]?.shift();
      if (next && !socket.destroyed && !closes(response)) next();
    });
    if (!isChunked(request)) {
      listener(request, response);
      // After a complete response that closes the connection, nothing more is read. Otherwise Node would copy up to 64
      // kB of what follows, and discard it.
      if (response.writableEnded && closes(response)) socket[refused] = true;
    } else refuseChunks(response);
  }
}

const isChunked = ({ headers }: IncomingMessage): boolean => headers['transfer-encoding'] !== undefined;

/** Whether the connection is closed after a response. */
const closes = (response: ServerResponse): boolean => response.getHeader('Connection') === 'close';

/**
 * Node's HTTP parser of a connection. It calls `onIncoming` when it has the headers of a request, and uses the return
 * value.
 */
interface Parser {
  onIncoming: (request: IncomingMessage, shouldKeepAlive: boolean) => number;
}

/**
 * Return values for the parser. With `leaveRest`, the parser ignores the rest of the packet, as after a request to
 * change the protocol. With `stop`, it stops with an error. Creating this error takes as much time as answering a
 * request.
 */
const parserShall = { leaveRest: 2, stop: -1 } as const;

/**
 * Stops Node's parser when the remaining bytes of a connection would be ignored. The parser finishes a packet of 64 kB
 * before anything else can happen: 2,400 small requests in one packet take 50 ms and megabytes of memory, and a packet
 * of one-byte chunks takes ten milliseconds. Node has no setting for this. If the parser's internals change, the limits
 * above still apply.
 */
function stopParser(socket: CountedSocket & { parser?: Parser | null }): void {
  const { parser } = socket;
  if (!parser) return;
  const { onIncoming } = parser;
  parser.onIncoming = (request, shouldKeepAlive) => {
    if (socket.destroyed || socket[refused] || (socket[unanswered] ?? 0) >= mostUnanswered) return parserShall.stop;
    const done = onIncoming(request, shouldKeepAlive);
    return socket[refused] ? parserShall.leaveRest : done;
  };
}

/**
 * Refuses a request with a chunked body. A chunk of one byte takes as much time as a chunk of sixty thousand bytes. A
 * megabyte of the smallest chunks blocked calls for five seconds. Twilio and browsers send a Content-Length.
 */
function refuseChunks(response: ServerResponse): void {
  const text = 'Send a Content-Length; chunked bodies are not accepted.';
  const length = { 'Content-Length': text.length };
  response.writeHead(411, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close', ...length }).end(text);
}

/**
 * Limits for bodies that are read to their end and thrown away. `most` is how many such bodies there may be at a time,
 * and `bytes` their maximum size. Each must have arrived within the time of a whole request.
 */
const discarding = { most: 4, bytes: 50_000_000 } as const;

/** The requests whose bodies are being thrown away. */
const discarded = new Set<IncomingMessage>();

/**
 * Ends a request whose body was still arriving when its response was complete. Some browsers show a response only when
 * they have sent everything, and show an error if the connection closes earlier. So the body is read to its end and
 * thrown away, unless the response said that the connection closes, the body is too large, or too many bodies are being
 * thrown away. Otherwise nothing more is read, and the connection is closed after `within` milliseconds.
 */
function endUnread(request: IncomingMessage, response: ServerResponse, within: number): void {
  const { socket } = request;
  if (request.complete || socket.destroyed) return;
  const isSmall = Number(request.headers['content-length']) <= discarding.bytes;
  if (response.writableFinished && !closes(response) && isSmall && discarded.size < discarding.most) {
    discard(request);
    return;
  }
  request.pause();
  socket.pause();
  setTimeout(() => socket.destroy(), within).unref();
}

function discard(request: IncomingMessage): void {
  const { socket } = request;
  discarded.add(request);
  const timer = setTimeout(() => socket.destroy(), arrivesWithin.request).unref();
  // After its response, a request whose connection closes emits no event itself.
  const free = () => {
    clearTimeout(timer);
    discarded.delete(request);
    request.off('close', free);
    socket.off('close', free);
  };
  request.once('close', free);
  socket.once('close', free);
  request.resume();
}

/**
 * Maximum number of requests whose bodies are still arriving. Calls stay far below this number, because their bodies
 * arrive immediately.
 */
export const mostBodies = 128;

/** The part of a request that `boundBodies` needs. */
interface Incoming {
  readonly headers: { readonly 'content-length'?: string; readonly 'transfer-encoding'?: string };
  readonly socket: { destroy(): unknown };
  /** `close` is emitted when a body has been read completely, and when its sender has gone. */
  on(event: 'close', listener: () => void): this;
}

/**
 * Limits the memory of bodies that are still arriving. If there are too many, the connection of the oldest one is
 * closed. So a client that sends endless bodies loses its own connections. The body of a webhook arrives immediately,
 * so webhooks are answered all the same.
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

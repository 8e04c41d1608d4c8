import type { IncomingMessage, RequestListener } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Requests of one connection that are answered at one moment. Twilio and browsers send the next when they have read the answer;
 * whoever sends thousands at once would fill the memory with answers.
 */
export const mostUnanswered = 4;

/** Milliseconds for a client to read an answer that came before all of its body had arrived. */
export const readsAnswerWithin = 1000;

/**
 * Bounds what one connection can hold: how many of its requests wait for their answers, and a body that goes on after its
 * answer, because it was too long or nobody wanted it. Such a connection is read no further, and then ends.
 * @returns the same listener, to be given to the server in its place
 */
export function boundConnections(
  listener: RequestListener,
  { most = mostUnanswered, within = readsAnswerWithin } = {},
): RequestListener {
  const unanswered = new WeakMap<Socket, number>();
  return (request, response) => {
    const { socket } = request;
    // What had arrived with the request for which the connection was ended.
    if (socket.destroyed) return;
    const count = (unanswered.get(socket) ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      return;
    }
    unanswered.set(socket, count);
    response.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1));
    response.once('finish', () => endUnread(request, within));
    listener(request, response);
  };
}

function endUnread(request: IncomingMessage, within: number): void {
  if (request.complete) return;
  const { socket } = request;
  request.pause();
  socket.pause();
  setTimeout(() => socket.destroy(), within).unref();
}

import { once } from 'node:events';
import { connect } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
  /** When the first byte of the answer arrived, by `performance.now()`. */
  readonly firstByte: number;
}

/** A keep-alive connection for one request at a time. */
export interface Connection {
  /**
   * Sends a request and waits for its answer. Call it only while `isOpen` is true, and only after the previous answer.
   * @throws Error when the connection ends before the whole answer has arrived
   */
  ask(request: Uint8Array): Promise<Answer>;
  /** False once the server has closed the connection, for example when it was idle for too long. */
  readonly isOpen: boolean;
  close(): void;
}

/**
 * Opens a connection of the bench's own small HTTP client. The client needs much less processor time than `node:http`,
 * so that measurements show the server and not the client. It understands only answers in HTTP/1.1 with a
 * Content-Length. All measured servers send one.
 */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let waiting: PromiseWithResolvers<Answer> | null = null;
  let received: Buffer = Buffer.alloc(0);
  let firstByte = 0;
  let bodyFrom = 0;
  let bodyTo = Number.POSITIVE_INFINITY;

  const ended = (error: Error) => {
    waiting?.reject(error);
    waiting = null;
  };
  socket.on('error', ended);
  socket.on('close', () => ended(new Error('The server closed the connection before it had answered.')));
  socket.on('data', (chunk: Buffer) => {
    if (received.length === 0) firstByte = performance.now();
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    if (bodyFrom === 0) {
      const headEnds = received.indexOf('\r\n\r\n');
      if (headEnds < 0) return;
      bodyFrom = headEnds + 4;
      const length = /\r\ncontent-length: *(\d+)/i.exec(received.toString('latin1', 0, headEnds))?.[1];
      if (length === undefined) return socket.destroy(new Error('An answer has no Content-Length.'));
      bodyTo = bodyFrom + Number(length);
    }
    if (received.length < bodyTo) return;
    const answer = { status: Number(received.toString('latin1', 9, 12)), body: received.subarray(bodyFrom), firstByte };
    received = Buffer.alloc(0);
    bodyFrom = 0;
    bodyTo = Number.POSITIVE_INFINITY;
    waiting?.resolve(answer);
    waiting = null;
  });

  return {
    ask(request) {
      waiting = Promise.withResolvers<Answer>();
      socket.write(request);
      return waiting.promise;
    },
    get isOpen() {
      return !socket.destroyed && socket.readyState === 'open';
    },
    close: () => {
      socket.destroy();
    },
  };
}

/** Opens `count` connections, does some work with them, and closes them. */
export async function withConnections<Result>(
  port: number,
  count: number,
  work: (connections: readonly Connection[]) => Promise<Result>,
): Promise<Result> {
  const connections = await Promise.all(Array.from({ length: count }, () => openConnection(port)));
  try {
    return await work(connections);
  } finally {
    for (const connection of connections) connection.close();
  }
}

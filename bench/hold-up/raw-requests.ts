import { connect } from 'node:net';

/** Milliseconds after which an unanswered request is aborted. */
const patience = 30_000;

/**
 * Sends the same request over many connections at the same time.
 * @returns how often each status was answered; `cut off` counts requests without an answer
 */
export async function sendAtOnce(port: number, request: Uint8Array, count: number): Promise<Map<string, number>> {
  const states = new Map<string, number>();
  await Promise.all(
    Array.from({ length: count }, async () => {
      const state = await sendOnce(port, request);
      states.set(state, (states.get(state) ?? 0) + 1);
    }),
  );
  return states;
}

const sendOnce = (port: number, request: Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let state = 'cut off';
    socket.setTimeout(patience, () => socket.destroy());
    socket.once('data', (chunk) => {
      state = chunk.toString('latin1', 9, 12);
      socket.destroy();
    });
    socket.once('error', () => {});
    socket.once('close', () => resolve(state));
    socket.write(request);
  });

/** The bytes of a request; it is a POST if it has a body. */
export function writeRequest(
  path: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | string = '',
): Buffer {
  const bytes = Buffer.from(body);
  const method = bytes.length > 0 ? 'POST' : 'GET';
  const all = { Host: 'localhost', Connection: 'close', ...headers, 'Content-Length': String(bytes.length) };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`), bytes]);
}

import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { cleanUp } from '#jest';

/**
 * Starts a server for webhooks and signs of life. It is closed after the test.
 * @returns its address, and the requests that have arrived, each as method, path and body
 */
export async function startHooks(
  answer: (request: IncomingMessage) => readonly [status: number, body: string] = () => [200, ''],
) {
  const arrived: string[] = [];
  const server = createServer(async (request, response) => {
    arrived.push(`${request.method} ${request.url} ${await text(request)}`.trim());
    const [status, body] = answer(request);
    response.writeHead(status).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp(() => {
    server.closeAllConnections();
    server.close();
  });
  return { arrived, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

import { once } from 'node:events';
import { mkdir, rename } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from '#jest';
import { listenOnSocket } from '../../../src/office/files/listen-on-socket.ts';
import { scratchFolder } from '../../support/scratch-database.ts';
import { until } from '../../support/until.ts';

const stopping = new AbortController();
const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const each of servers.splice(0)) each.close();
});

/** A path at which a socket cannot be created until its folder exists. */
async function start() {
  const folder = join(await scratchFolder(), 'data');
  const path = join(folder, 'office.sock');
  const told: string[] = [];
  const tell = (...[about, message]: [unknown, string?]) => void told.push(message ?? String(about));
  const listen = (signal = stopping.signal) => {
    const server = createServer();
    server.on('error', () => {});
    servers.push(server);
    return { server, heard: listenOnSocket(server, path, { error: tell, info: tell } as never, signal, 20) };
  };
  return { folder, path, told, listen };
}

test('A socket that could not be created is created as soon as it can be', async () => {
  const { folder, path, told, listen } = await start();
  const { server, heard } = listen();
  await heard;
  expect(server.listening).toBe(false);
  expect(told).toEqual([expect.stringContaining('could not be created')]);
  await mkdir(folder);
  await until('the socket', () => server.listening);
  await once(connect(path), 'connect');
  await until('the sentence in the log', () => told.length === 2);
  expect(told[1]).toContain('the console can be reached');
});

test('If another office has created the socket by then, the log says so, and that socket is left alone', async () => {
  const { folder, path, told, listen } = await start();
  const late = listen();
  await late.heard;
  // At the next attempt, the socket of another office exists. A rename brings the folder together with the socket, so
  // that no attempt finds the folder empty.
  await mkdir(`${folder}-new`);
  const other = createServer().listen(join(`${folder}-new`, 'office.sock'));
  servers.push(other);
  await once(other, 'listening');
  await rename(`${folder}-new`, folder);
  await until('the sentence in the log', () => told.length === 2);
  expect(told[1]).toContain('stop one of the two services');
  expect(late.server.listening).toBe(false);
  const client = connect(path);
  await Promise.all([once(other, 'connection'), once(client, 'connect')]);
  client.destroy();
});

test('Once an office has the socket, another one is refused, and after a stop nothing is attempted', async () => {
  const { folder, listen } = await start();
  const ended = new AbortController();
  const [late, stopped] = [listen(), listen(ended.signal)];
  await Promise.all([late.heard, stopped.heard]);
  ended.abort();
  await mkdir(folder);
  await until('one socket', () => late.server.listening);
  const other = listen();
  await expect(other.heard).rejects.toThrow('Another service runs on this DATA_DIR');
  expect(stopped.server.listening).toBe(false);
});

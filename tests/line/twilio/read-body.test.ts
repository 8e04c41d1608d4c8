import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '#jest';
import { readBody } from '../../../src/line/twilio/read-webhook.ts';

const form = 'application/x-www-form-urlencoded';

describe('A body', () => {
  const told: unknown[] = [];
  const server = createServer((request, response) =>
    readBody(request, (body) => {
      told.push(body);
      response.end(JSON.stringify(body));
    }),
  );
  let port = 0;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const post = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) => {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, headers });
    return answer.json();
  };

  test.each([
    ['a form', 'a=1&b=%E7%86%8A', { 'content-type': form }, 'a=1&b=%E7%86%8A'],
    ['a form with a charset', 'a=1', { 'content-type': `${form}; charset=UTF-8` }, 'a=1'],
    ['an empty form', '', { 'content-type': form }, ''],
    ['another type, which counts as an empty form', '{}', { 'content-type': 'application/json' }, ''],
    ['a type that only begins like that of a form', 'a=1', { 'content-type': `${form}2` }, ''],
    ['a form of the maximum length', 'a'.repeat(32_000), { 'content-type': form }, 'a'.repeat(32_000)],
    ['a form longer than any of Twilio’s', 'a'.repeat(32_001), { 'content-type': form }, 413],
    [
      'a form of the maximum length in bytes',
      `${'熊'.repeat(10_666)}ab`,
      { 'content-type': form },
      `${'熊'.repeat(10_666)}ab`,
    ],
    ['a form that is too long in bytes but not in characters', '熊'.repeat(10_667), { 'content-type': form }, 413],
    ['a form of one megabyte', 'a'.repeat(1_000_000), { 'content-type': form }, 413],
  ])('%s', async (_what, body, headers, read) => {
    expect(await post(body, headers)).toEqual(read);
  });

  test('that is compressed is not unpacked', async () => {
    const headers = { 'content-type': form, 'content-encoding': 'gzip' };
    expect(await post(new Uint8Array(gzipSync('a'.repeat(100_000))), headers)).toBe(415);
  });

  test('is put together from pieces that are cut anywhere, even inside a character', async () => {
    const bytes = Buffer.from('a=熊本');
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${form}\r\nContent-Length: ${bytes.length}\r\n\r\n`);
    for (const byte of bytes) {
      socket.write(Buffer.of(byte));
      await new Promise((next) => setImmediate(next));
    }
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toContain('"a=熊本"');
    socket.destroy();
  });

  test('whose client disconnects is ignored, and the next one is read', async () => {
    const before = told.length;
    const socket = connect({ port, host: '127.0.0.1' });
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${form}\r\nContent-Length: 100\r\n\r\na=1`);
    await once(socket, 'connect');
    socket.destroy();
    await once(socket, 'close');
    expect(await post('b=2', { 'content-type': form })).toBe('b=2');
    expect(told.slice(before)).toEqual(['b=2']);
  });
});

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from '#jest';
import { isSendersFault } from '../../src/common/errors.ts';
import { loggedError, logOptions, toLoggedError } from '../../src/common/log.ts';
import { createTestContext } from '../support/test-context.ts';

function collect() {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  return { lines, log: pino({ level: 'debug', ...logOptions }, stream) };
}

describe('A logged error', () => {
  const secret = 'Cookie: session=abc; From=+815000000001';

  test('has only type, message, code and stack, whatever its other properties and the name under which it is logged', () => {
    const { lines, log } = collect();
    const error = Object.assign(new TypeError('it broke'), {
      code: 'HPE_X',
      rawPacket: Buffer.from(secret),
      body: secret,
      request: { secret },
      toJSON: () => ({ secret }),
    });
    log.error({ err: error }, 'as err');
    log.error({ error, why: error }, 'as something else');
    log.error(error);
    expect(lines).toHaveLength(3);
    const told = { type: 'TypeError', message: 'it broke', code: 'HPE_X', stack: expect.stringContaining('it broke') };
    expect(lines[0]?.err).toEqual(told);
    expect(lines[1]).toMatchObject({ error: told, why: told });
    expect(lines[2]?.err).toEqual(told);
    expect(JSON.stringify(lines)).not.toMatch(/session=abc|815000000001|"data":\[/);
  });

  test('has its chain of causes, up to a limit', () => {
    let error = new Error('the first cause');
    for (let depth = 1; depth <= 50; depth += 1) error = new Error(`because ${depth}`, { cause: error });
    const text = JSON.stringify(toLoggedError(error));
    expect(text).toContain('because 50');
    expect(text).toContain(`because ${50 - loggedError.causes}`);
    expect(text).not.toContain(`"because ${49 - loggedError.causes}"`);
    const circle = new Error('round');
    circle.cause = circle;
    expect(JSON.stringify(toLoggedError(circle)).length).toBeLessThan(50_000);
  });

  test('has a message and a stack of limited length', () => {
    const error = new Error('x'.repeat(1_000_000));
    const { message, stack } = toLoggedError(error);
    expect([message.length, stack?.length]).toEqual([loggedError.message, loggedError.stack]);
  });

  test.each([
    ['a text', 'a text'],
    [undefined, 'undefined'],
    [null, 'null'],
    [42, '42'],
    [{ secret }, '[object Object]'],
  ])('may be a value that is no error: %p', (thrown, message) => {
    const { lines, log } = collect();
    log.error({ err: thrown }, 'it broke');
    expect(lines[0]?.err).toMatchObject({ message });
    expect(JSON.stringify(lines)).not.toContain('815000000001');
  });
});

test.each([
  [Object.assign(new Error(), { code: 'HPE_INVALID_METHOD' }), false, true],
  [Object.assign(new Error(), { status: 400 }), false, true],
  [Object.assign(new Error(), { code: 'ECONNABORTED' }), true, true],
  [Object.assign(new Error(), { code: 'ECONNRESET' }), true, true],
  [Object.assign(new Error(), { code: 'ECONNRESET' }), false, false],
  [Object.assign(new Error(), { status: 500 }), true, false],
  [new Error('ours'), true, false],
])('%p, with the sender gone: %p, is the sender’s fault: %p', (error, isGone, isTheirs) => {
  expect(isSendersFault(error, isGone)).toBe(isTheirs);
});

describe('Broken requests of strangers', () => {
  const number = '+815098765432';
  const session = 'kotozute-session=Zq7secretcookie';
  const webhook =
    `POST /twilio/turn/x?n=1 HTTP/1.1\r\nHost: x\r\nCookie: ${session}\r\n` +
    'Content-Type: application/x-www-form-urlencoded\r\n\r\n' +
    `From=${encodeURIComponent(number)}&Digits=7`;
  const hidden = [number, encodeURIComponent(number), session, 'Digits=7'].flatMap((text) => [
    text,
    [...Buffer.from(text)].join(','),
    Buffer.from(text).toString('hex'),
    Buffer.from(text).toString('base64').slice(0, -4),
  ]);

  const { lines, log } = collect();
  let line: Awaited<ReturnType<typeof createTestContext>>;
  let server: Server;
  beforeAll(async () => {
    line = await createTestContext({ log });
    server = createServer(line.app).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await line.close();
  });

  const started = async () => {
    lines.length = 0;
    const { port } = server.address() as AddressInfo;
    const { narration } = line.shelf.current.script([{ prompt: 'emergency', language: 'en' }], false);
    await line.narrator.ensure(narration);
    /**
     * Sends pieces on one connection.
     * @param isPatient whether to wait, up to 200 ms, for the server to close the connection, instead of closing it
     */
    const send = async (pieces: readonly string[], isPatient: boolean) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.on('error', () => {});
      await once(socket, 'connect');
      const ended = once(socket, 'close');
      for (const piece of pieces) {
        socket.write(piece);
        await setTimeout(1);
      }
      if (!isPatient) socket.destroy();
      socket.resume();
      await Promise.race([ended, setTimeout(200)]);
      socket.destroy();
      await ended;
      await setTimeout(10);
    };
    return { send, sound: `/audio/${narration.key}.wav` };
  };
  const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;

  test.each(['/phone', '/phone/assets/phone.js', '/console', '/console/assets/console.css', '/twilio/voice', 'sound'])(
    'a page (%s), then a malformed webhook on the same connection: nothing of the webhook is logged',
    async (page) => {
      const { send, sound } = await started();
      const path = page === 'sound' ? sound : page;
      for (const malformed of [`\0\x01 ${webhook}`, `GET\r\n${webhook}`, webhook.replace('Host', 'Ho st')]) {
        await send([get(path) + malformed], true);
        await send([get(path), malformed], true);
        await send([get(path) + malformed], false);
      }
      const log = JSON.stringify(lines);
      for (const each of hidden) expect(log).not.toContain(each);
      expect(lines.filter(({ msg }) => msg !== 'webhooks were refused')).toEqual([]);
    },
  );

  test.each([
    ['an address that cannot be decoded', [get('/console/%E0%A4%A'), get('/audio/%ff.wav'), get('/%')]],
    ['a form that breaks off', ['POST /console/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\nname=a']],
    [
      'a form that breaks off, with the type of a form',
      [
        'POST /console/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n' +
          'Content-Length: 99\r\n\r\nname=a',
      ],
    ],
    [
      'invalid JSON',
      [
        'POST /phone/turn HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 22\r\n\r\n' +
          `{"From":"${number}`,
      ],
    ],
    ['a sound that nobody waits for', ['sound']],
  ])('%s: nothing is logged', async (_what, pieces) => {
    const { send, sound } = await started();
    for (const isPatient of [true, false]) {
      for (const piece of pieces) await send([piece === 'sound' ? get(sound) : piece], isPatient);
    }
    expect(lines).toEqual([]);
  });
});

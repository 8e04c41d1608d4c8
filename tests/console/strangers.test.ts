import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import express from 'express';
import request from 'supertest';
import { cleanUp, describe, expect, test } from '#jest';
import { formLimits } from '../../src/frame/form.ts';
import { visitsPerMinute } from '../../src/frame/limit-visitors.ts';
import { uploadLimits } from '../../src/frame/uploads.ts';
import { boundBodies } from '../../src/http/bound-requests.ts';
import { csrfTokenOf } from '../../src/office/staff/secret-token.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { goodPassword } from '../support/test-desk.ts';

const form = 'application/x-www-form-urlencoded';
/** A form with this number of fields, in as few bytes as possible. */
const fields = (count: number) => Array(count).fill('a').join('&');
const ofBytes = (bytes: number) => `a=${'x'.repeat(bytes - 2)}`;

describe('A form of a stranger', () => {
  const secret = 'a-cookie-of-ones-own-choosing';
  const sendIt = async (body: string, path = '/console/texts/en/greeting', headers = {}) => {
    const { app } = await createTestConsole();
    const csrf = csrfTokenOf(secret);
    return request(app)
      .post(path)
      .set('Content-Type', form)
      .set('Cookie', `kotozute-session=${secret}`)
      .set('X-CSRF-Token', csrf)
      .set(headers)
      .send(body);
  };
  const { stranger, strangersKept } = formLimits;

  test.each([
    ['as many fields as are kept', fields(strangersKept.fields), 401],
    ['one field more than is kept', fields(strangersKept.fields + 1), 413],
    ['as many fields as are read', fields(stranger.fields), 413],
    ['97,500 fields', fields(97_500), 413],
    ['as many bytes as are kept', ofBytes(strangersKept.bytes), 401],
    ['one byte more than is kept', ofBytes(strangersKept.bytes + 1), 413],
    ['more bytes than are read', ofBytes(stranger.bytes + 1), 413],
    ['a megabyte', ofBytes(1_000_000), 413],
  ])('with %s is answered with little data', async (_what, body, status) => {
    const answer = await sendIt(body);
    expect(answer.status).toBe(status);
    expect(answer.text.length).toBeLessThan(80_000);
    expect((answer.text.match(/name="kept:/g) ?? []).length).toBeLessThanOrEqual(strangersKept.fields);
  });

  test.each([
    [fields(stranger.fields), 422],
    [fields(stranger.fields + 1), 413],
    [ofBytes(stranger.bytes), 422],
    [ofBytes(stranger.bytes + 1), 413],
  ])('is also limited on the sign-in page', async (body, status) => {
    expect((await sendIt(body, '/console/sign-in')).status).toBe(status);
  });

  test('is refused if it is compressed', async () => {
    expect((await sendIt('a=1', '/console/sign-in', { 'Content-Encoding': 'gzip' })).status).toBe(415);
  });
});

describe('A form of staff', () => {
  const { staff } = formLimits;

  test.each([
    [fields(staff.fields - 1), false],
    [fields(staff.fields), true],
    [fields(97_500), true],
  ])('is limited as well, to more fields than any page sends', async (more, isTooLong) => {
    const { app, letIn } = await createTestConsole();
    await letIn('hanako', 'editor');
    const visitor = visitConsole(app);
    await visitor.signIn('hanako');
    const csrf = /name="csrf" value="([^"]+)"/.exec((await visitor.get('/console')).text)?.[1] ?? '';
    const { status } = await visitor.sendBody('/console/texts/en/greeting', form, `csrf=${csrf}&${more}`);
    expect(status === 413).toBe(isTooLong);
  });

  test('is kept during a new sign-in even if it is large, because the browser is known', async () => {
    const { app, letIn, clock } = await createTestConsole();
    await letIn('hanako', 'editor');
    const visitor = visitConsole(app);
    await visitor.signIn('hanako');
    const csrf = /name="csrf" value="([^"]+)"/.exec((await visitor.get('/console')).text)?.[1] ?? '';
    clock.now += 9 * 60 * 60_000;
    const typed = 'x'.repeat(100_000);
    const over = await visitor.post('/console/texts/en/greeting', { csrf, text: typed });
    expect([over.status, over.text.includes(typed)]).toEqual([401, true]);
    const back = await visitor.send(over, '/console/sign-in', { name: 'hanako', password: goodPassword });
    expect([back.status, back.text.includes(typed)]).toEqual([200, true]);
  });

  test('with files may have only few parts', async () => {
    const { app, letIn } = await createTestConsole();
    await letIn('hanako', 'editor');
    const visitor = visitConsole(app);
    await visitor.signIn('hanako');
    const csrf = /name="csrf" value="([^"]+)"/.exec((await visitor.get('/console')).text)?.[1] ?? '';
    const send = (parts: number) => {
      const field = (name: string, value: string) =>
        `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
      const body = `${field('csrf', csrf)}${field('a', 'x').repeat(parts - 1)}--b--\r\n`;
      return visitor.sendBody('/console/sheets', 'multipart/form-data; boundary=b', body);
    };
    expect((await send(uploadLimits.parts)).status).not.toBe(413);
    expect((await send(uploadLimits.parts + 1)).status).toBe(413);
    expect((await send(50_000)).status).toBe(413);
    // A header with two boundaries. The parts would be counted with one, and parsed with the other.
    const sneaky = await visitor.sendBody(
      '/console/sheets',
      'multipart/form-data; x="; boundary=no"; boundary=b',
      `--b\r\n`,
    );
    expect(sneaky.status).toBe(400);
    const long = `--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n${'x'.repeat(300_000)}\r\n--b--\r\n`;
    expect((await visitor.sendBody('/console/sheets', 'multipart/form-data; boundary=b', long)).status).toBe(413);
  });
});

describe('One visitor', () => {
  const limits = { stranger: 3, known: 6 };

  test('has a limit of requests, which does not affect another address or a browser that has signed in before', async () => {
    const { app, letIn } = await createTestConsole({ visitsPerMinute: limits });
    await letIn('hanako', 'viewer');
    const staff = visitConsole(app);
    const own = { 'X-Forwarded-For': '198.51.100.9' };
    // The two requests for signing in count as a stranger's. After them, the browser is known.
    const page = await staff.get('/console/sign-in', own);
    const fieldsOf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const sent = { csrf: fieldsOf, name: 'hanako', password: goodPassword };
    expect((await staff.post('/console/sign-in', sent, own)).status).toBe(303);
    const ask = (address: string) => request(app).get('/console/sign-in').set('X-Forwarded-For', address);
    for (let count = 0; count < limits.stranger; count += 1) expect((await ask('192.0.2.1')).status).toBe(200);
    const refused = await ask('192.0.2.1');
    expect([refused.status, Number(refused.headers['retry-after']) <= 60]).toEqual([429, true]);
    expect(refused.text).toBe(
      '短い間に操作が続いたため、受け付けませんでした。1分ほど待って、もう一度試してください。\n',
    );
    expect(refused.headers.connection).toBe('close');
    expect((await ask('192.0.2.2')).status).toBe(200);
    for (let count = 0; count < limits.known; count += 1) {
      expect((await staff.get('/console', { 'X-Forwarded-For': '192.0.2.1' })).status).toBe(200);
    }
    expect((await staff.get('/console', { 'X-Forwarded-For': '192.0.2.77' })).status).toBe(429);
  });

  test('with many addresses in one IPv6 network has one limit for passwords; other networks and known browsers need not wait', async () => {
    const { app, letIn } = await createTestConsole();
    await letIn('hanako', 'viewer');
    const staff = visitConsole(app);
    await staff.signIn('hanako');
    const tryFrom = async (visitor: ReturnType<typeof visitConsole>, address: string, password: string) => {
      const page = await visitor.get('/console/sign-in');
      const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
      const sent = { csrf, name: 'hanako', password };
      return (await visitor.post('/console/sign-in', sent, { 'X-Forwarded-For': address })).status;
    };
    const stranger = visitConsole(app);
    for (let count = 1; count <= 5; count += 1) {
      expect(await tryFrom(stranger, `2001:db8:0:1::${count}`, 'wrong')).toBe(422);
    }
    expect(await tryFrom(stranger, '2001:db8:0:1::ffff', goodPassword)).toBe(429);
    await staff.submit('/console', '/console/sign-out', {});
    expect(await tryFrom(staff, '2001:db8:0:1::ffff', goodPassword)).toBe(303);
    expect(await tryFrom(stranger, '2001:db8:ffff::1', goodPassword)).toBe(303);
  });

  test('may send fewer requests as a stranger', () => {
    expect(visitsPerMinute.stranger).toBeLessThan(visitsPerMinute.known);
  });
});

test('Among bodies that never end, the oldest is cut off, so that requests that arrive at once get through', async () => {
  const most = 3;
  const bound = boundBodies(most);
  const app = express();
  app.use((incoming, _response, next) => {
    bound(incoming);
    next();
  });
  app.post('/', express.text({ type: form }), (_request, response) => response.send('read'));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const open = async () => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('error', () => {});
    const closed = once(socket, 'close');
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${form}\r\nContent-Length: 100\r\n\r\na=1`);
    await once(server, 'request');
    socket.resume();
    return { socket, closed };
  };
  const slow: Awaited<ReturnType<typeof open>>[] = [];
  for (let count = 0; count < most; count += 1) slow.push(await open());
  cleanUp(() => {
    for (const { socket } of slow) socket.destroy();
    server.closeAllConnections();
    server.close();
  });
  for (let count = 0; count < 2; count += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: 'b=2',
      headers: { 'content-type': form },
    });
    expect(await answer.text()).toBe('read');
  }
  await slow[0]?.closed;
  // The first request took the place of the oldest body, and left it again. So the second one cut nobody off.
  expect(slow.map(({ socket }) => socket.destroyed)).toEqual([true, false, false]);
});

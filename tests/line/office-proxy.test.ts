import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import express from 'express';
import request from 'supertest';
import { cleanUp, describe, expect, test } from '#jest';
import { createBoundServer, headersBehindLine } from '../../src/http/bound-requests.ts';
import { readUtterance, rememberUtterance } from '../../src/http/line-headers.ts';
import { trustBehindLine } from '../../src/http/trust-proxy.ts';
import { createOfficeProxy, mostBytes } from '../../src/line/office-proxy.ts';
import { progressLimits } from '../../src/line/requests-in-progress.ts';
import { askOffice, refusal } from '../../src/line/run-line.ts';
import { scratchFolder } from '../support/scratch-database.ts';
import { until } from '../support/until.ts';

/**
 * A line whose office is this listener; null for no office.
 * @param patience milliseconds for which a request waits for an office
 */
async function lineTo(office: RequestListener | null, patience = 0) {
  const socketPath = join(await scratchFolder(), 'office.sock');
  const start = async (listener: RequestListener) => {
    const server = createServer(listener).listen(socketPath);
    cleanUp(() => {
      server.closeAllConnections();
      server.close();
    });
    await once(server, 'listening');
  };
  if (office) await start(office);
  const proxy = createOfficeProxy({ socketPath }, { waitFor: () => patience });
  return { line: express().use(proxy), proxy, start };
}

/** Some containers have no IPv6. */
const hasIpv6 = Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === '::1'));

/** A test certificate for `localhost`, and its key. */
const localhost = readFileSync(join(import.meta.dirname, '../fixtures/localhost.pem'));

/** Starts an office that is reached at an address, as on another machine. */
async function officeAt(scheme: 'http' | 'https', host: string, answer: RequestListener) {
  const server =
    scheme === 'http' ? createServer(answer) : createSecureServer({ key: localhost, cert: localhost }, answer);
  const before = getCACertificates();
  if (scheme === 'https')
    setDefaultCACertificates([...before, localhost.toString().replace(/^[\s\S]*(?=-----BEGIN CERT)/, '')]);
  cleanUp(() => {
    setDefaultCACertificates(before);
    server.closeAllConnections();
    server.close();
  });
  server.listen(0, host === '[::1]' ? '::1' : '127.0.0.1');
  await once(server, 'listening');
  return { url: `${scheme}://${host}:${(server.address() as AddressInfo).port}`, server };
}

describe('The proxy to the office', () => {
  test('forwards requests as they are, and returns the answers as they are', async () => {
    const { line } = await lineTo((asked, answer) => {
      let body = '';
      asked.on('data', (part) => {
        body += part;
      });
      asked.on('end', () => {
        answer.writeHead(201, { 'Set-Cookie': ['a=1', 'b=2'], 'X-Own': 'yes', 'Content-Type': 'text/plain' });
        answer.end(`${asked.method} ${asked.url} ${asked.headers.cookie} ${body}`);
      });
    });
    const answer = await request(line).post('/console/texts?x=1').set('Cookie', 'c=3').send('words=%E7%86%8A');
    expect([answer.status, answer.headers['x-own'], answer.headers['set-cookie']]).toEqual([
      201,
      'yes',
      ['a=1', 'b=2'],
    ]);
    expect(answer.text).toBe('POST /console/texts?x=1 c=3 words=%E7%86%8A');
  });

  test.each([['http', '127.0.0.1'], ...(hasIpv6 ? [['http', '[::1]'] as const] : []), ['https', 'localhost']] as const)(
    'forwards requests to another machine in the same way (%s://%s), with the secret of the line',
    async (scheme, host) => {
      const answer: RequestListener = (asked, response) =>
        response.end(`${asked.url} for ${asked.headers['x-forwarded-for']}: ${asked.headers['kotozute-line']}`);
      const { url, server } = await officeAt(scheme, host, answer);
      const told: unknown[] = [];
      const line = express().use(
        createOfficeProxy({ url, secret: 'ours' }, { onAttempt: (failure) => told.push(failure) }),
      );
      const asked = request(line).get('/console/texts/%7Bx%7D?y=1').set('X-Forwarded-For', '198.51.100.7');
      // The host and the secret that a visitor sends are ignored.
      const { text } = await asked.set('Host', 'line.example').set('kotozute-line', 'forged');
      expect(text).toMatch(/^\/console\/texts\/%7Bx%7D\?y=1 for 198\.51\.100\.7, [^:]*(?:::ffff:)?127\.0\.0\.1: ours$/);
      server.close();
      server.closeAllConnections();
      const away = await request(line).get('/console');
      expect([away.status, away.text.includes('The console is unavailable')]).toEqual([503, true]);
      // The answer to htmx is put into an open page, so it is only a part of a page.
      const part = await request(line).get('/console/publish/progress').set('HX-Request', 'true');
      expect([part.status, part.text]).toEqual([
        503,
        expect.stringMatching(/^<div .*The console is unavailable\. .*<\/div>$/),
      ]);
      // `askOffice` and the proxy give the same reason, without the address of the office.
      expect(await askOffice(url, 'ours')).toBe('there was no answer (ECONNREFUSED)');
      expect(told).toEqual([null, ...Array(2).fill('there was no answer (ECONNREFUSED)')]);
    },
  );

  test.each([
    [404, null, [null]],
    [403, refusal, []],
    [502, 'it answers with status 502', []],
    [301, 'it answers with status 301', [null]],
  ] as const)(
    'and `askOffice` decide by status %s of another machine whether its office works for this line',
    async (status, reason, told) => {
      const { url } = await officeAt('http', '127.0.0.1', (asked, answer) =>
        answer.writeHead(asked.headers['kotozute-line'] === 'ours' && asked.url === '/' ? status : 500).end(),
      );
      expect(await askOffice(url, 'ours')).toBe(reason);
      const attempts: unknown[] = [];
      const proxy = createOfficeProxy({ url, secret: 'ours' }, { onAttempt: (failure) => attempts.push(failure) });
      expect((await request(express().use(proxy)).get('/')).status).toBe(status);
      expect(attempts).toEqual(told);
    },
  );

  test('forwards nothing to a server whose certificate is for another name', async () => {
    const { url } = await officeAt('https', 'localhost', (_asked, response) => response.end('caught'));
    const told: unknown[] = [];
    const another = { url: url.replace('localhost', '127.0.0.1'), secret: 'ours' };
    const line = express().use(createOfficeProxy(another, { onAttempt: (failure) => told.push(failure) }));
    expect((await request(line).get('/console').set('Host', 'localhost')).status).toBe(503);
    expect(told).toEqual(['there was no answer (ERR_TLS_CERT_ALTNAME_INVALID)']);
  });

  test.each([
    [0, '198.51.100.7', '127.0.0.1'],
    [1, '198.51.100.7', '198.51.100.7'],
    [1, '203.0.113.9, 198.51.100.7', '198.51.100.7'],
    [['127.0.0.1'], '198.51.100.7', '198.51.100.7'],
    [['10.0.0.1'], '198.51.100.7', '127.0.0.1'],
  ])(
    'tells the office where a request comes from, trusting proxies as configured (%j)',
    async (trusted, forwarded, address) => {
      const office = express().set('trust proxy', trustBehindLine(trusted));
      office.use((asked, answer) => void answer.send(asked.ip?.replace('::ffff:', '')));
      const { line } = await lineTo(office);
      expect((await request(line).get('/console').set('X-Forwarded-For', forwarded)).text).toBe(address);
    },
  );

  test('tells the office what a narration says, and drops such a header from a client', async () => {
    const said = { edition: 'abc', what: { do: 'whisper', language: null } } as const;
    const { line } = await lineTo((asked, answer) => void answer.end(JSON.stringify(readUtterance(asked))));
    const own = express().use((asked, _answer, next) => {
      rememberUtterance(asked, asked.url === '/known' ? said : undefined);
      next();
    }, line);
    const forged = Buffer.from('{"edition":"x"}').toString('base64url');
    const heard = async (path: string) => JSON.parse((await request(own).get(path).set('Kotozute-Said', forged)).text);
    expect(await heard('/known')).toEqual(said);
    expect(await heard('/unknown')).toBeNull();
  });

  test('answers that the console is unavailable if there is no office; it can wait for one that is starting', async () => {
    const { line } = await lineTo(null);
    const away = await request(line).get('/console');
    expect([away.status, away.headers['retry-after'], away.headers['cache-control']]).toEqual([503, '5', 'no-store']);
    const form = await request(line).post('/console/texts/en/goodbye').send('text=Goodbye');
    const ofForms = ['入力した内容', 'what you typed is restored'];
    expect(ofForms.map((words) => [away.text.includes(words), form.text.includes(words)])).toEqual([
      [false, true],
      [false, true],
    ]);
    // A page reloads itself. After a form, the page of the form is opened again if the Referer names it.
    expect([away.text, form.text].map((text) => text.includes('http-equiv="refresh" content="5"'))).toEqual([
      true,
      false,
    ]);
    const sentFrom = async (referer: string) =>
      (await request(line).post('/console/disaster/on').set('Host', 'line.example').set('Referer', referer)).text;
    const back = await sentFrom('https://line.example/console/disaster?x="><b>&y');
    expect(back).toContain('<a href="/console/disaster?x=%22%3E%3Cb%3E&amp;y">');
    expect(back).toContain('content="5;url=/console/disaster?x=%22%3E%3Cb%3E&amp;y"');
    expect(back).toContain('災害の日の手順');
    for (const elsewhere of ['https://evil.example/console', 'https://line.example/phone', 'javascript:x', ''])
      expect(await sentFrom(elsewhere)).not.toMatch(/<a |refresh/);
    // A part is put into an open page, which does not reload itself.
    const part = await request(line).post('/console/texts/en/x').set('Host', 'line.example').set('HX-Request', 'true');
    expect([part.status, part.text.includes('自動で')]).toEqual([503, false]);
    const patient = await lineTo(null, 60_000);
    const asked = request(patient.line)
      .get('/audio/x')
      .then(({ text }) => text);
    await patient.start((_request, answer) => void answer.end('there'));
    expect(await asked).toBe('there');
  });

  test('drops a request that cannot be sent, also at a later attempt', async () => {
    const { proxy } = await lineTo(null, 60_000);
    const line = express().use((asked, answer, next) => {
      proxy(asked, answer, next);
      // The first attempt begins after this turn of the event loop, and the second one a moment later.
      setTimeout(() => {
        asked.headers['x-broken'] = 'two\nlines';
      }, 50);
    });
    await expect(request(line).get('/audio/x')).rejects.toThrow('hang up');
  });

  test('forwards headers of the maximum length, although the line adds headers', async () => {
    const socketPath = join(await scratchFolder(), 'office.sock');
    const office = createBoundServer((_asked, answer) => void answer.end('here'), { headers: headersBehindLine });
    await once(office.listen(socketPath), 'listening');
    cleanUp(() => void office.close());
    const line = createBoundServer(express().use(createOfficeProxy({ socketPath })));
    const answer = await request(line).get(`/console/${'a'.repeat(15_900)}`);
    expect([answer.status, answer.text]).toEqual([200, 'here']);
  });

  test('returns the answer to a body that the office did not read', async () => {
    const socketPath = join(await scratchFolder(), 'office.sock');
    const server = createBoundServer((_asked, answer) => void answer.writeHead(413).end('too long')).listen(socketPath);
    cleanUp(() => {
      server.closeAllConnections();
      server.close();
    });
    await once(server, 'listening');
    const line = express().use(createOfficeProxy({ socketPath }));
    for (const length of [2, 2, 2, 70_000, 1_000_000, 1_000_000]) {
      const answer = await request(line).put('/control/disaster').send('x'.repeat(length));
      expect([length, answer.status, answer.text]).toEqual([length, 413, 'too long']);
    }
  });

  test('receives a large form to its end while the office is away, so that its sender sees why', async () => {
    const server = createBoundServer(express().use(createOfficeProxy({ socketPath: '/nowhere/office.sock' })));
    server.listen(0, '127.0.0.1');
    cleanUp(() => {
      server.closeAllConnections();
      server.close();
    });
    await once(server, 'listening');
    const body = Buffer.alloc(5_500_000, 'x');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    cleanUp(() => void socket.destroy());
    let text = '';
    socket.setEncoding('latin1').on('data', (part: string) => {
      text += part;
    });
    socket.write(`POST /console/sheets HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`);
    await until('the answer', () => text.includes('HTTP/1.1 503'));
    socket.write(body);
    socket.write('GET /console HTTP/1.1\r\nHost: x\r\n\r\n');
    await until('the answer to the next request', () => text.split('HTTP/1.1 503').length === 3);
  });

  test('does not return a truncated answer as if it were complete', async () => {
    const { line } = await lineTo((_asked, answer) => {
      answer.writeHead(200, { 'Content-Length': 100 }).write('half');
      setImmediate(() => answer.destroy());
    });
    await expect(request(line).get('/console')).rejects.toThrow(/aborted|hang up/);
  });

  test('refuses a body that is too long', async () => {
    let asked = 0;
    const { line } = await lineTo((_request, answer) => {
      asked += 1;
      answer.end();
    });
    const { status, text } = await request(line)
      .post('/long')
      .send('x'.repeat(mostBytes.of + 1_000_000));
    expect([status, asked]).toEqual([413, 0]);
    expect(text).toMatch(/ファイルは5 MBまでです[\s\S]*A file may be at most 5 MB/);
  });

  test('accepts longer bodies of sounds than of anything else, up to a limit', async () => {
    let bytes = 0;
    const { line } = await lineTo((asked, answer) => {
      asked.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      asked.on('end', () => answer.end('taken'));
    });
    const send = (path: string, size: number) => request(line).post(path).send('x'.repeat(size));
    expect((await send('/console/sounds', mostBytes.of + 1_000_000)).text).toBe('taken');
    expect(bytes).toBe(mostBytes.of + 1_000_000);
    const { status, text } = await send('/console/sounds', mostBytes.ofSounds + 1_000_000);
    expect([status, bytes]).toEqual([413, mostBytes.of + 1_000_000]);
    expect(text).toMatch(/音声のファイルは20 MBまでです[\s\S]*A sound file may be at most 20 MB/);
    for (const path of ['/console/sounds/en', '/console/other/sounds', '/sounds']) {
      expect([path, (await send(path, mostBytes.of + 1_000_000)).status]).toEqual([path, 413]);
    }
  });

  test('refuses too many requests of one address without reading their bodies', async () => {
    const held: (() => void)[] = [];
    let bytes = 0;
    const { proxy } = await lineTo((asked, answer) => {
      asked.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      held.push(() => answer.end('later'));
    });
    const line = express().set('trust proxy', 1).use(proxy);
    const ask = (address: string, body: string) =>
      request(line).post('/held').set('X-Forwarded-For', address).type('text').send(body);
    const later = (...sent: Parameters<typeof ask>) => ask(...sent).then(({ text }) => text);
    const { ofAddress, largeOfAddress, largeFrom } = progressLimits;
    const large = 'x'.repeat(largeFrom + 1);
    const answers = Array.from({ length: largeOfAddress }, () => later('192.0.2.1', large));
    await until('the large ones', () => bytes === largeOfAddress * large.length);
    const refused = await ask('192.0.2.1', large);
    expect([refused.status, refused.headers['retry-after'], refused.headers.connection]).toEqual([429, '10', 'close']);
    expect(refused.text).toMatch(/10秒ほど待って.*入力した内容が戻ります[\s\S]*Wait ten seconds/);
    answers.push(...Array.from({ length: ofAddress - largeOfAddress }, () => later('192.0.2.1', 'x')));
    await until('all of them', () => held.length === ofAddress);
    const { status, text } = await request(line).get('/console').set('X-Forwarded-For', '192.0.2.1');
    expect([status, text.includes('入力した内容')]).toEqual([429, false]);
    answers.push(later('192.0.2.2', large));
    await until('somebody else’s', () => held.length === ofAddress + 1);
    for (const end of held) end();
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['later']));
    expect(bytes).toBe((largeOfAddress + 1) * large.length + ofAddress - largeOfAddress);
  });

  test('answers a slow request even while a client with a whole network of addresses sends too many', async () => {
    const { promise: later, resolve: endAll } = Promise.withResolvers<void>();
    let reached = 0;
    let refused = 0;
    const { proxy } = await lineTo((asked, answer) => {
      asked.resume();
      reached += 1;
      // The line forwards requests a few at a time. Those that arrive after `endAll` are answered at once.
      void later.then(() => answer.end('later'));
    });
    const line = express().set('trust proxy', 1).use(proxy);
    const askFrom = async (address: string) => {
      const { status, text } = await request(line).get('/held').set('X-Forwarded-For', address);
      if (status === 429) refused += 1;
      return status === 429 ? 'refused' : text;
    };
    const staff = askFrom('192.0.2.1');
    await until('the first', () => reached === 1);
    const count = 2 * progressLimits.all;
    const strangers = Array.from({ length: count }, (_, index) => askFrom(`2001:db8::${index.toString(16)}`));
    await until('the refusal', () => refused === count - progressLimits.ofAddress);
    endAll();
    expect(await staff).toBe('later');
    expect((await Promise.all(strangers)).filter((each) => each === 'later')).toHaveLength(progressLimits.ofAddress);
  });
});

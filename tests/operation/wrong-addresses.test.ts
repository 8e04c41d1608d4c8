import { once } from 'node:events';
import type { IncomingMessage, RequestListener } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '#jest';
import { createDoctor } from '../support/doctor.ts';
import type { Front } from '../support/doctor-line.ts';
import { expectTold, type Told } from '../support/told-checks.ts';
import { expectWellFormed } from '../support/well-formed-checks.ts';

/*
 * Mistakes in front of a line when it is taken live, such as in proxies. Each test makes one mistake and expects the
 * one check that reports it, with its sentence.
 */

const { live } = createDoctor();

const query: Told = {
  ...{ id: 'webhook-query', state: 'fail', expected: '204', found: '403', about: 'Signed webhooks' },
  mend: 'A proxy changes or drops what follows “?” in the address, such as %2B: let it pass as it came.',
};
const webhook: Told = {
  ...{ id: 'webhook', state: 'fail', expected: '204', found: '403', about: 'Signed webhooks' },
  mend: 'See that the running service has the same PUBLIC_URL, TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN as this command, and that no proxy changes path or body.',
};
const address = {
  ...({ id: 'address', state: 'fail', expected: 'PUBLIC/healthz' } as const),
  about: 'Whether the public address leads here',
};

describe('A proxy that', () => {
  test.each<[string, Front, Told]>([
    [
      'redirects',
      () => (_request, response) => void response.writeHead(301, { Location: 'https://x.example.jp/' }).end(),
      {
        ...{ ...address, found: '301 → https://x.example.jp/' },
        mend: 'Stop the redirect, or set PUBLIC_URL to its target. When a request from Twilio is redirected, the pressed key is lost.',
      },
    ],
    [
      'leads to another service',
      () => (_request, response) => void response.end('hello'),
      {
        ...{ ...address, found: '200' },
        mend: 'Something else answers there: look where the proxy leads, and whether the service runs.',
      },
    ],
    ['drops the query', changing((url) => url.replace(/\?.*$/, '')), query],
    ['decodes %2B', changing((url) => url.replaceAll('%2B', '+')), query],
    ['drops the body', rewriting(() => ''), webhook],
    [
      'changes letters of the body',
      rewriting((body) => body.replaceAll('%E8%A8%80%E4%BC%9D', 'kotozute')),
      { ...webhook, id: 'webhook-body', mend: 'A proxy changes the body of the request: let it pass as it came.' },
    ],
    [
      'adds a prefix',
      changing((url) => (url.startsWith('/twilio') ? `/line${url}` : url)),
      { ...webhook, found: '404' },
    ],
    [
      'swallows webhooks',
      (line) => (request, response) => (request.method === 'POST' ? request.socket.destroy() : line(request, response)),
      {
        ...{ ...webhook, found: 'UND_ERR_SOCKET' },
        mend: '/healthz answers, but a webhook got no answer: see whether the proxy lets POST to /twilio/ through, and look at the log of the service.',
      },
    ],
  ])('%s is reported in one sentence', async (_, front, told) => {
    await expectTold(await live(front), told);
  });

  test('adds a port to the host does no harm, although the port is not signed', async () => {
    const { wrong } = await live((line) => (request, response) => {
      request.headers.host = `${request.headers.host?.split(':')[0]}:8443`;
      line(request, response);
    });
    expect(await wrong()).toEqual([]);
  });
});

test('A machine that cannot reach its own public address names a command to run elsewhere', async () => {
  const { wrong, given } = await live();
  // Nothing listens at this address any more.
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const publicUrl = `https://localhost:${(gone.address() as AddressInfo).port}`;
  gone.close();
  await once(gone, 'close');
  const found = (await wrong({ config: { ...given.config, publicUrl } })).filter(({ id }) => id === 'address');
  expect(found).toMatchObject([{ state: 'skip', found: 'ECONNREFUSED' }]);
  expect(found[0]?.mend?.en).toBe(
    `This machine cannot reach its own public address. Run from outside: curl -i ${publicUrl}/healthz`,
  );
});

test('A test call notices that the line plays something other than the live edition', async () => {
  const { run, text: said, lookedAt } = await live();
  const other = { ...lookedAt, sound: async () => new Uint8Array([1, 2, 3]) };
  expect(await run('probe', {}, { line: other })).toBe(1);
  expect(said()).toContain('Look for a proxy that changes the sounds.');
  expect(await run('probe', { json: true }, { line: other })).toBe(1);
  expectWellFormed(JSON.parse(said()));
  // Something was published during the call. The command reads the live edition again, and calls once more.
  let readings = 0;
  const readLine = async () => {
    readings += 1;
    return lookedAt;
  };
  expect(await run('probe', {}, { line: other, readLine })).toBe(0);
  expect(readings).toBe(1);
});

test('A test call during a change of the notice waits a little until both sides agree', async () => {
  const { run, text: said, lookedAt } = await live();
  const { edition } = lookedAt;
  // For this machine, the live edition has other sounds than for the line.
  const script: typeof edition.script = (...said) => {
    const { narration, ...rest } = edition.script(...said);
    return { ...rest, narration: { ...narration, key: 'f'.repeat(64) } };
  };
  const other = { ...lookedAt, edition: { ...edition, script } };
  const readings: (typeof other)[] = [];
  const readLine = async (from: number) => {
    readings.push(readings.length + 1 < from ? other : lookedAt);
    return readings.at(-1) ?? other;
  };
  expect([await run('probe', {}, { line: other, readLine: () => readLine(2) }), readings.length]).toEqual([0, 2]);
  // A difference that stays is reported after three pauses in all.
  readings.length = 0;
  expect(await run('probe', {}, { line: other, readLine: () => readLine(100) })).toBe(1);
  expect(said()).toContain('Something other than the live edition is played');
  expect(readings).toHaveLength(edition.line.languages.length + 3);
});

/** A proxy that changes the path and the query of requests. */
function changing(change: (url: string) => string): Front {
  return (line) => (request, response) => {
    request.url = change(request.url ?? '');
    line(request, response);
  };
}

/** A proxy that changes the body of POST requests. */
function rewriting(change: (body: string) => string): Front {
  return (line): RequestListener =>
    async (request, response) => {
      if (request.method !== 'POST') return line(request, response);
      const changed = change(await text(request));
      const again = Object.assign(Readable.from([changed]), {
        ...{ method: request.method, url: request.url, socket: request.socket },
        headers: { ...request.headers, 'content-length': String(Buffer.byteLength(changed)) },
      });
      line(again as unknown as IncomingMessage as never, response);
    };
}

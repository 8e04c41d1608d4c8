import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createPlainServer, type RequestListener } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { cleanUp, describe, expect, test } from '#jest';
import { checkAddress } from '../../src/operation/check-address.ts';
import { checkSound } from '../../src/operation/check-sound.ts';
import { account } from '../support/twilio-account.ts';
import { expectWellFormed } from '../support/well-formed-checks.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures', name));
/** A test certificate for `localhost`, and its key. */
const localhost = fixture('localhost.pem');
/** A certificate for the same key that expired in 2021. */
const expired = fixture('expired.pem').toString();
const certificate = localhost.toString().replace(/^[\s\S]*(?=-----BEGIN CERT)/, '');
const ends = new X509Certificate(certificate).validToDate.getTime();
const day = 86_400_000;

/** Answers as a line does: says that it lives, and accepts every webhook. */
const answerAsLine: RequestListener = ({ method }, response) =>
  void response.writeHead(method === 'POST' ? 204 : 200).end(method === 'POST' ? '' : 'The process lives.');

/** Starts an https server that answers as a line does. @returns its address */
async function startSecure({
  host = 'localhost',
  isTrusted = true,
  ...options
}: ServerOptions & { host?: string; isTrusted?: boolean } = {}) {
  const before = getCACertificates();
  if (isTrusted) setDefaultCACertificates([...before, certificate, expired]);
  const server = createServer({ key: localhost, cert: localhost, ...options }, answerAsLine).listen(0, '127.0.0.1');
  cleanUp(() => {
    setDefaultCACertificates(before);
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `https://${host}:${(server.address() as AddressInfo).port}`;
}

const lookAt = async (publicUrl: string, now: number) => {
  const checks = await checkAddress(
    { publicUrl, accountSid: account.accountSid, authToken: account.authTokens[0] },
    now,
  );
  expectWellFormed(checks);
  return checks;
};

const certificateAt = async (publicUrl: string, now: number) =>
  (await lookAt(publicUrl, now)).filter(({ id }) => id === 'certificate');

describe('The certificate of the public address', () => {
  test.each<[string, number, string]>([
    ['is right while it is valid for at least three more weeks', 22 * day, 'ok'],
    ['causes a warning in its last three weeks', 20 * day, 'warn'],
    ['counts as expired in its last days', 2 * day, 'fail'],
    ['counts as expired when it is', -day, 'fail'],
  ])('%s', async (_, left, state) => {
    const [found] = await certificateAt(await startSecure(), ends - left);
    expect([found?.state, found?.found]).toEqual([
      state,
      expect.stringContaining(new Date(ends).toISOString().slice(0, 10)),
    ]);
    if (state !== 'ok') expect(found?.mend?.en).toContain('Renew the certificate');
  });

  test('is rejected if its authority is unknown, or if it is for another name', async () => {
    const [unknown] = await certificateAt(await startSecure({ isTrusted: false }), ends - 100 * day);
    expect([unknown?.state, unknown?.found]).toEqual(['fail', 'DEPTH_ZERO_SELF_SIGNED_CERT']);
    expect(unknown?.mend?.en).toContain('intermediate certificates');
    const [other] = await certificateAt(await startSecure({ host: '127.0.0.1' }), ends - 100 * day);
    expect([other?.state, other?.found]).toEqual(['fail', 'ERR_TLS_CERT_ALTNAME_INVALID']);
  });

  test('that has expired is reported as a single failure, although no connection is possible', async () => {
    const publicUrl = await startSecure({ cert: expired });
    await expect(fetch(`${publicUrl}/healthz`)).rejects.toMatchObject({ cause: { code: 'CERT_HAS_EXPIRED' } });
    const now = Date.parse('2021-01-31T12:00:00Z');
    expect(await lookAt(publicUrl, now)).toEqual([
      {
        ...{ id: 'certificate', state: 'fail', found: 'CERT_HAS_EXPIRED: 2021-01-01 (-31)' },
        about: { ja: '証明書', en: 'The certificate' },
        mend: {
          ja: '証明書の期限が切れています。更新してください。Twilioは、期限の切れた証明書の相手にはつなぎません。',
          en: 'The certificate has expired: renew it. Twilio does not connect to a server with an expired certificate.',
        },
      },
    ]);
  });

  test('is a single failure if its authority is unknown, or if it is for another name', async () => {
    for (const options of [{ isTrusted: false }, { host: '127.0.0.1' }]) {
      const checks = await lookAt(await startSecure(options), ends - 100 * day);
      expect(checks.map(({ id, state }) => [id, state])).toEqual([['certificate', 'fail']]);
    }
  });

  test('is missing if the public address is plain http, and one failure says so', async () => {
    const server = createPlainServer(answerAsLine).listen(0, '127.0.0.1');
    cleanUp(() => {
      server.closeAllConnections();
      server.close();
    });
    await once(server, 'listening');
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const checks = await lookAt(`http://${host}`, ends);
    expect(checks.map(({ id, state }) => [id, state])).toEqual([
      ['address-https', 'fail'],
      ['address', 'ok'],
      ['webhook', 'ok'],
    ]);
    expect(checks[0]).toMatchObject({
      ...{ expected: `https://${host}`, found: `http://${host}` },
      about: { ja: '公開アドレスがhttpです。', en: 'The public address is plain http.' },
      mend: { en: 'Serve it over https and set PUBLIC_URL to https://….' },
    });
  });

  test('is not mentioned if the server does not speak TLS, because the check of the address fails', async () => {
    const server = createPlainServer((_request, response) => response.end()).listen(0, '127.0.0.1');
    cleanUp(() => void server.close());
    await once(server, 'listening');
    const publicUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect((await lookAt(publicUrl, ends)).map(({ id, state }) => [id, state])).toEqual([['address', 'fail']]);
  });
});

describe('A sound through the public address', () => {
  const bytes = new Uint8Array([1, 2, 3, 4]);
  const headers = { 'Content-Type': 'audio/wav', 'Cache-Control': 'public, max-age=31536000, immutable' };

  /** Checks a server that gives this answer to every request. @returns the state of the check, and what it found */
  async function found(status: number, given: Readonly<Record<string, string>>, body: Uint8Array) {
    const server = createPlainServer((_request, response) => response.writeHead(status, given).end(body)).listen(
      0,
      '127.0.0.1',
    );
    cleanUp(() => {
      server.closeAllConnections();
      server.close();
    });
    await once(server, 'listening');
    const [check] = await checkSound(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      'a'.repeat(64),
      bytes,
    );
    return [check?.state, check?.found];
  }

  test('must arrive byte for byte, with the type of a sound, and should be cached', async () => {
    expect(await found(200, headers, bytes)).toEqual(['ok', '4 B']);
    expect(await found(200, headers, new Uint8Array([1, 2, 3]))).toEqual(['fail', '≠ (3)']);
    expect(await found(200, { ...headers, 'Content-Type': 'text/html' }, bytes)).toEqual(['fail', 'text/html']);
    expect(await found(404, headers, bytes)).toEqual(['fail', '404']);
    expect(await found(200, { 'Content-Type': 'audio/wav' }, bytes)).toEqual(['warn', '–']);
    expect(await checkSound('http://127.0.0.1:1', 'a'.repeat(64), bytes)).toMatchObject([{ state: 'fail' }]);
    expect(await checkSound('http://127.0.0.1:1', 'a'.repeat(64), null)).toEqual([]);
  });
});

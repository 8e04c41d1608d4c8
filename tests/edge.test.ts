import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import request from 'supertest';
import { cleanUp, describe, expect, test } from '#jest';
import { logOptions } from '../src/common/log.ts';
import { phoneLimits } from '../src/line/browser-phone/phone-router.ts';
import { makePrivateFolder } from '../src/office/files/private-folder.ts';
import { createTestContext } from './support/test-context.ts';

const opened = async (change: Parameters<typeof createTestContext>[0]) => {
  const line = await createTestContext(change);
  cleanUp(line.close);
  return line;
};

describe('Cookies', () => {
  test.each([
    ['production without an address', { isProduction: true, publicUrl: null }, true],
    ['https', { publicUrl: 'https://line.example.jp' }, true],
    ['a trial on one machine', { publicUrl: null }, false],
    ['plain http', { publicUrl: 'http://localhost:3000' }, false],
  ])('in %s', async (_where, config, isSecure) => {
    const { app } = await opened({ config });
    const { headers } = await request(app).get('/console');
    const [cookie = ''] = headers['set-cookie'] ?? [];
    expect([/; Secure/.test(cookie), cookie.startsWith('__Host-'), /; HttpOnly/.test(cookie)]).toEqual([
      isSecure,
      isSecure,
      true,
    ]);
  });
});

describe('Behind a proxy', () => {
  const from = (app: Parameters<typeof request>[0], address: string) =>
    request(app).get('/phone/line.json').set('X-Forwarded-For', address);
  const lines: { msg: string }[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });

  test('that TRUST_PROXY covers, each visitor has a separate limit, and invented addresses have no effect', async () => {
    lines.length = 0;
    const { app } = await opened({ config: { trustProxy: 1 }, log: pino({ ...logOptions }, stream) });
    for (let count = 0; count < phoneLimits.perMinute; count += 1) await from(app, `203.0.113.${count}, 192.0.2.1`);
    expect((await from(app, '203.0.113.250, 192.0.2.1')).status).toBe(429);
    expect((await from(app, '192.0.2.2')).status).toBe(200);
    expect(lines).toEqual([]);
  });

  test('that TRUST_PROXY does not cover, all visitors share one limit, and the log says so once', async () => {
    lines.length = 0;
    const { app } = await opened({ log: pino({ ...logOptions }, stream) });
    for (let count = 0; count < phoneLimits.perMinute; count += 1) await from(app, `192.0.2.${count}`);
    expect((await from(app, '198.51.100.1')).status).toBe(429);
    expect(lines.map(({ msg }) => msg)).toEqual([expect.stringContaining('TRUST_PROXY is not set')]);
  });
});

test('A private folder is created for its owner alone, and an existing one loses the rights of other users', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'kotozute-'));
  cleanUp(() => rm(parent, { recursive: true, force: true }));
  const modeOf = async (folder: string) => ((await stat(folder)).mode & 0o777).toString(8);
  const made = join(parent, 'a', 'data');
  await makePrivateFolder(made);
  expect(await modeOf(made)).toBe('700');
  await chmod(made, 0o755);
  await makePrivateFolder(made);
  expect(await modeOf(made)).toBe('750');
});

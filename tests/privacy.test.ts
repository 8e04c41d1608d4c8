import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from '#jest';
import { logOptions } from '../src/common/log.ts';
import { createTestContext } from './support/test-context.ts';
import { actionOf, post } from './support/twilio-call.ts';

const secrets = { From: '+815098765432', Digits: '7', CallerName: 'Zebulon Quagmire', FromCity: 'Nowhereville' };

test('after a call, a broken turn and a refusal, neither the caller’s number nor a token is in the log or in file names', async () => {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  const line = await createTestContext({ log: pino({ level: 'debug', ...logOptions }, stream) });
  try {
    const menu = await post(line.app, '/twilio/voice', secrets);
    await post(line.app, actionOf(menu.text), secrets);
    const works = line.narrator.ready;
    Object.assign(line.narrator, {
      ready: {
        has: () => {
          throw new Error('broken on purpose');
        },
      },
    });
    await post(line.app, actionOf(menu.text), secrets);
    Object.assign(line.narrator, { ready: works });
    await post(line.app, '/twilio/voice', secrets, 'c'.repeat(32));
    line.log.info({ body: secrets, call: secrets, req: { body: secrets } }, 'somebody logs a whole request');
    const log = written.join('');
    expect(log).toContain('broken on purpose');
    expect(log).toContain('somebody logs a whole request');
    const kept: string[] = [log];
    for (const name of await readdir(line.config.audioCacheFolder, { recursive: true })) kept.push(name);
    for (const secret of [secrets.From, 'a'.repeat(32), 'b'.repeat(32)]) expect(kept.join('\n')).not.toContain(secret);
    expect(log).not.toMatch(/"Digits"|"From"/);
  } finally {
    await line.close();
  }
});

test('the reader of webhooks names no personal parameter, and logs nothing', async () => {
  const text = await readFile(join(import.meta.dirname, '../src/line/twilio/read-webhook.ts'), 'utf8');
  expect(text).not.toMatch(/\bFrom\b|CallerName|log\./);
});

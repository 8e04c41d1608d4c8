import { join } from 'node:path';
import { cleanUp, expect, jest, test } from '#jest';
import { alertTexts } from '../../src/alerts/alert-texts.ts';
import { readConfig } from '../../src/config.ts';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import { runLine } from '../../src/line/run-line.ts';
import { createEdition } from '../../src/office/editions/edition.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { scratchFolder } from '../support/scratch-database.ts';
import { startSmtp } from '../support/smtp.ts';
import { startHooks } from '../support/start-hooks.ts';
import { tinyDraft } from '../support/tiny-draft.ts';
import { createToneEngine } from '../support/tone-engine.ts';
import { account, callParameters } from '../support/twilio-account.ts';
import { until } from '../support/until.ts';

test('With these settings, alerts go to the webhook and by mail, and a heartbeat goes to its address every minute', async () => {
  const data = await scratchFolder();
  const editions = createEditionFolder(data);
  const file = toEditionFile(createEdition(tinyDraft(), createToneEngine()));
  await editions.write(file);
  await editions.writePointer({ number: 1, edition: file.hash });
  const hooks = await startHooks();
  await using mail = await startSmtp();
  const config = readConfig({
    ...{ PORT: '0', DATA_DIR: data, AUDIO_CACHE_DIR: join(data, 'sounds'), LOG_LEVEL: 'silent' },
    ...{ PUBLIC_URL: account.publicUrl, TWILIO_ACCOUNT_SID: account.accountSid },
    TWILIO_AUTH_TOKEN: account.authTokens[0],
    ...{ ALERT_WEBHOOK_URL: `${hooks.address}/alerts?key=a%2Fb`, ALERT_WEBHOOK_FORMAT: 'slack' },
    ...{ SMTP_URL: `smtp://line:secret-password@127.0.0.1:${mail.port}`, ALERT_MAIL_FROM: 'line@example.jp' },
    ...{ ALERT_MAIL_TO: 'one@example.jp, two@example.jp', HEARTBEAT_URL: `${hooks.address}/alive` },
  });
  // Only intervals are faked. Timeouts and the network work as usual.
  const running = ['nextTick', 'setImmediate', 'queueMicrotask', 'setTimeout', 'clearTimeout'] as const;
  jest.useFakeTimers({ doNotFake: [...running, 'Date', 'performance', 'hrtime'] });
  cleanUp(jest.useRealTimers);
  const line = await runLine(config, null, 'en');
  cleanUp(line.stop);

  const beats = () => hooks.arrived.filter((each) => each === 'GET /alive').length;
  jest.advanceTimersByTime(60_000);
  await until('the first sign of life', () => beats() === 1);
  jest.advanceTimersByTime(59_999);
  expect(beats()).toBe(1);
  jest.advanceTimersByTime(1);
  await until('the second sign of life', () => beats() === 2);

  const webhook = () =>
    fetch(`http://127.0.0.1:${line.port}/twilio/voice`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Twilio-Signature': 'somebody else',
      },
      body: new URLSearchParams(callParameters).toString(),
    });
  expect((await webhook()).status).toBe(403);
  expect((await webhook()).status).toBe(403);
  const alerts = () => hooks.arrived.filter((each) => each.startsWith('POST /alerts?key=a%2Fb '));
  await until('the alert and the mail', () => alerts().length > 0 && mail.mails.length > 0);
  expect([alerts().length, mail.mails.length]).toEqual([1, 1]);
  const { ja, en } = alertTexts['webhooks-refused'];
  for (const words of [ja, en, account.publicUrl]) expect(alerts()[0]).toContain(words);
  const [sent] = mail.mails;
  expect(sent?.to).toEqual(['one@example.jp', 'two@example.jp']);
  expect(`${sent?.subject} ${sent?.text}`).toContain(account.publicUrl);
  expect(sent?.text).toContain(en);
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '#jest';
import { alertTexts } from '../../src/alerts/alert-texts.ts';
import { createMail } from '../../src/alerts/mail.ts';
import { createAlerts, sendHeartbeat } from '../../src/alerts/send-alerts.ts';
import { type AlertFormat, createWebhook } from '../../src/alerts/webhook.ts';
import { goneFor, watchLine } from '../../src/line/watch-line.ts';
import { startSmtp } from '../support/smtp.ts';
import { until } from '../support/until.ts';

let status = 200;
let received: string[] = [];
let url = '';
let close = () => {};
beforeEach(async () => {
  [status, received] = [200, []];
  const server = createServer(async (request, response) => {
    received.push(await text(request));
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret-of-the-hook`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
});
afterEach(() => close());

describe('An alert', () => {
  test.each<[AlertFormat, (body: object) => unknown]>([
    ['slack', (body) => Reflect.get(body, 'text')],
    ['teams', (body) => JSON.stringify(Reflect.get(body, 'attachments'))],
    ['plain', (body) => JSON.stringify(body)],
  ])('reaches %s in both languages, with the address of the line', async (format, textOf) => {
    const raise = createAlerts(
      [createWebhook({ url, format, line: 'https://line.example.jp' })],
      () => 0,
      () => {},
    );
    raise('office-gone');
    await until('the alert', () => received.length === 1);
    const said = textOf(JSON.parse(received[0] ?? ''));
    for (const part of [alertTexts['office-gone'].ja, alertTexts['office-gone'].en, 'https://line.example.jp'])
      expect(said).toContain(part);
  });

  test('is sent once per kind and hour, and again if it was not delivered; no failure contains the address of the hook', async () => {
    let now = 0;
    const failures: string[] = [];
    const raise = createAlerts(
      [createWebhook({ url, format: 'plain', line: null })],
      () => now,
      (why) => failures.push(why),
    );
    status = 500;
    raise('trouble-spoken');
    await until('the failure', () => failures.length === 1);
    status = 200;
    // Strangers can raise any number of alerts. A receiver that has failed is therefore tried only once a minute.
    for (let time = 0; time < 5; time += 1) raise('trouble-spoken');
    now = 59_999;
    raise('trouble-spoken');
    expect(received).toHaveLength(1);
    now = 60_000;
    for (let time = 0; time < 5; time += 1) raise('trouble-spoken');
    raise('webhooks-refused');
    await until('both alerts', () => received.length === 3);
    now = 3_660_000;
    raise('trouble-spoken');
    await until('the next hour', () => received.length === 4);
    close();
    now = 7_260_000;
    raise('trouble-spoken');
    await until('no server', () => failures.length === 2);
    // A failure is reported with its code, which helps a technician.
    expect(failures).toEqual(['status 500', expect.stringContaining('ECONNREFUSED')]);
    expect(received.map((each) => JSON.parse(each).kind).sort()).toEqual([
      ...['trouble-spoken', 'trouble-spoken', 'trouble-spoken', 'webhooks-refused'],
    ]);
  });
});

test('An alert says where and since when, and names at most ten places', async () => {
  const raise = createAlerts(
    [createWebhook({ url, format: 'plain', line: null })],
    () => 0,
    () => {},
    () => Date.parse('2026-11-30T01:05:00Z'),
  );
  const details = () => Array.from({ length: 13 }, (_, at) => ({ ja: `言語${at}。`, en: `language ${at}.` }));
  raise('probe-failed', { details, lasting: 3_600_000 });
  await until('the alert', () => received.length === 1);
  const { ja, en } = JSON.parse(received[0] ?? '');
  expect(ja).toMatch(/対象: 言語0、.*言語9、ほか3件。\n11\/30 09:05から。$/);
  expect(en).toMatch(/Where: language 0, .*language 9, and 3 more\.\nSince 11\/30 09:05 \(Japan\)\.$/);
});

describe('An alert by mail', () => {
  const mail = (port: number) =>
    createMail({
      server: `smtp://line:secret-password@127.0.0.1:${port}`,
      ...{ from: 'line@example.jp', to: ['one@example.jp', 'two@example.jp'], line: 'https://line.example.jp' },
    });

  test('reaches everybody, in both languages', async () => {
    await using server = await startSmtp();
    const failures: string[] = [];
    const raise = createAlerts(
      [mail(server.port)],
      () => 0,
      (why) => failures.push(why),
    );
    raise('office-gone');
    await until('the mail', () => server.mails.length === 1 || failures.length > 0);
    expect(failures).toEqual([]);
    const [sent] = server.mails;
    expect(sent?.to).toEqual(['one@example.jp', 'two@example.jp']);
    expect(sent?.text).toContain(alertTexts['office-gone'].en);
    expect(sent?.subject).toBe('言伝 Kotozute: 管理画面のプロセスが5分以上動いていません (https://line.example.jp)');
  });

  test('that the server refuses is reported without the password and the server’s answer, and the webhook is called anyway', async () => {
    await using server = await startSmtp({ refuses: true });
    const failures: string[] = [];
    const raise = createAlerts(
      [mail(server.port), createWebhook({ url, format: 'plain', line: null })],
      () => 0,
      (why) => failures.push(why),
    );
    raise('office-gone');
    await until('the failure', () => failures.length === 1 && received.length === 1);
    expect(failures).toEqual(['mail: EAUTH 535']);
  });
});

describe('A line that is watched', () => {
  test('sends a sign of life while all is well, and an alert when the office has been gone for five minutes', () => {
    let now = 0;
    let isOfficeWell = true;
    let isReady = false;
    const seen: string[] = [];
    const watch = watchLine({
      raise: (kind, { lasting } = {}) => seen.push(`${kind} for ${lasting}`),
      heartbeat: () => seen.push('alive'),
      isReady: () => isReady,
      isOfficeWell: () => isOfficeWell,
      askOffice: null,
      now: () => now,
    });
    watch.check();
    isReady = true;
    watch.check();
    isOfficeWell = false;
    now = goneFor - 1;
    watch.check();
    expect(seen).toEqual(['alive']);
    now = goneFor;
    watch.check();
    expect(seen).toEqual(['alive', `office-gone for ${goneFor}`]);
    now += 60_000;
    watch.check();
    expect(seen.pop()).toBe(`office-gone for ${goneFor + 60_000}`);
    isOfficeWell = true;
    watch.check();
    isOfficeWell = false;
    now += goneFor - 1;
    watch.check();
    expect(seen).toEqual(['alive', `office-gone for ${goneFor}`, 'alive']);
    watch.close();
  });

  test('asks an office on another machine at every check, and so notices when it dies and when it recovers', async () => {
    let now = 0;
    let answers = true;
    let isWell = true;
    const seen: string[] = [];
    const watch = watchLine({
      raise: (kind) => seen.push(kind),
      heartbeat: () => seen.push('alive'),
      isReady: () => true,
      isOfficeWell: () => isWell,
      askOffice: async () => {
        isWell = answers;
      },
      now: () => now,
    });
    await watch.check();
    answers = false;
    now = goneFor;
    await watch.check();
    answers = true;
    await watch.check();
    expect(seen).toEqual(['alive', 'office-gone', 'alive']);
    watch.close();
  });

  test('reports whether the heartbeat was accepted', async () => {
    const failures: (string | null)[] = [];
    await sendHeartbeat(url, (why) => failures.push(why));
    status = 404;
    await sendHeartbeat(url, (why) => failures.push(why));
    expect([received.length, failures]).toEqual([2, [null, 'status 404']]);
  });
});

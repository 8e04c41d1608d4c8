import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, jest, test } from '#jest';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import { createEdition } from '../../src/office/editions/edition.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { fixtureFiles } from '../support/draft-fixture.ts';
import { openEveryPage } from '../support/every-page.ts';
import { scratchFolder } from '../support/scratch-database.ts';
import { leaksIn } from '../support/secret-forms.ts';
import { writePrompts } from '../support/small-prompts.ts';
import { startSmtp } from '../support/smtp.ts';
import { startHooks } from '../support/start-hooks.ts';
import { createPlace, startLine } from '../support/start-line.ts';
import { goodPassword } from '../support/test-desk.ts';
import { tinyDraft } from '../support/tiny-draft.ts';
import { account, callParameters, sign } from '../support/twilio-account.ts';
import { startTwilioRest } from '../support/twilio-rest.ts';
import { until } from '../support/until.ts';

jest.setTimeout(300_000);

const { accountSid } = account;
/** Plain http, because the console’s cookies would otherwise need https. */
const publicUrl = 'http://line.example.jp';
const tokens = { old: '0a1b2c3d4e5f60718293a4b5c6d7e8f9', next: 'f9e8d7c6b5a4938271605f4e3d2c1b0a' };
const officeSecret = 'öffice+secret/with=%41 & "quotes" \\';
const password = 'pa+ss/w%örd?#@';
const hookKey = 'T0/B1/k+y%2Fé';
const heartbeatKey = 'h+rt%2Fbéat';
const keyText = 'MIIEvQ+IBADANBg/kqhk%iG9w0é';
const tornKey = `{"type":"service_account","private_key":"${keyText}`;
const caller = '+815098765432';
const pressed = '73918462';
const secrets = {
  ...{ token: { text: tokens.old, user: accountSid }, next: { text: tokens.next, user: accountSid } },
  ...{ officeSecret: { text: officeSecret }, password: { text: password, user: 'line' }, hookKey: { text: hookKey } },
  ...{ heartbeatKey: { text: heartbeatKey }, keyText: { text: keyText } },
  ...{ caller: { text: caller }, 'caller without +': { text: caller.slice(1) }, pressed: { text: pressed } },
  ...{ name: { text: 'Zebulon Quagmire' }, city: { text: 'Nowhereville' } },
};
const call = {
  ...callParameters,
  From: caller,
  Digits: pressed,
  CallerName: 'Zebulon Quagmire',
  FromCity: 'Nowhereville',
};

/** The settings of a service whose secrets are all set. */
const settings = (hooks: string, smtpPort: number) => ({
  ...{ PUBLIC_URL: publicUrl, TWILIO_ACCOUNT_SID: accountSid },
  ...{ TWILIO_AUTH_TOKEN: tokens.old, TWILIO_AUTH_TOKEN_NEXT: tokens.next, OFFICE_SECRET: officeSecret },
  ALERT_WEBHOOK_URL: `${hooks}/alerts/${hookKey}`,
  ...{ HEARTBEAT_URL: `${hooks}/alive/${heartbeatKey}`, LOG_LEVEL: 'debug' },
  SMTP_URL: `smtp://line:${encodeURIComponent(password)}@127.0.0.1:${smtpPort}`,
  ...{ ALERT_MAIL_FROM: 'line@example.jp', ALERT_MAIL_TO: 'one@example.jp' },
});

/** Makes a folder with an edition for Google's voice, and a key file that cannot be used. */
async function unusableKey() {
  const folder = await scratchFolder();
  const editions = createEditionFolder(folder);
  const file = toEditionFile(createEdition(tinyDraft(), { id: 'google', fingerprint: 'test' }));
  await editions.write(file);
  await editions.writePointer({ number: 1, edition: file.hash });
  const key = join(folder, 'key.json');
  await writeFile(key, tornKey);
  return { folder, key };
}

test.each([
  ['ja', 'check'],
  ['en', 'check', '--json'],
])('npm run twilio in %s: %s %s writes none of the service’s secrets', async (language, ...command) => {
  await using rest = await startTwilioRest({
    ...{ accountSid, authToken: tokens.next, status: 'active', type: 'Full', numbers: [] },
    ...{ ordinary: true, special: false, prefixes: [], trouble: null, now: Date.now },
  });
  const { folder, key } = await unusableKey();
  const env = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    LC_ALL: language,
    ...{ DATA_DIR: folder, AUDIO_CACHE_DIR: folder, PROMPTS_DIR: folder, TWILIO_API_URL: rest.url },
    ...settings('http://127.0.0.1:9', 9),
    // Nothing listens at this address.
    PUBLIC_URL: 'http://127.0.0.1:9',
    ...{ SPEECH_ENGINE: 'google', GOOGLE_APPLICATION_CREDENTIALS: key },
  };
  const program = join(import.meta.dirname, '../../src/cli/twilio.ts');
  const child = spawn(process.execPath, [program, ...command], {
    cwd: tmpdir(),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = (await Promise.all([text(child.stdout), text(child.stderr)])).join('\n');
  // Twilio was asked. It refuses the first token and accepts the second.
  expect(rest.requests.length).toBeGreaterThan(0);
  expect(written.length).toBeGreaterThan(10);
  expect(leaksIn(written, secrets)).toEqual([]);
});

/** Sends a webhook with everything that Twilio knows of a caller. */
const webhook = (line: string, path: string, token: string, more: Readonly<Record<string, string>> = {}) => {
  const parameters = { ...call, ...more };
  return fetch(line + path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': sign(publicUrl + path, parameters, token),
    },
    body: new URLSearchParams(parameters).toString(),
  });
};

/** Everything that Twilio and strangers may send to a line about a caller. */
async function bother(line: string): Promise<void> {
  const report = JSON.stringify({ error_code: '11200', From: caller, Digits: pressed, token: tokens.old });
  for (const token of [tokens.old, tokens.next, 'f'.repeat(32)]) {
    for (const path of [
      ...['/twilio/voice', '/twilio/status', '/twilio/turn/unreadable?n=1', '/twilio/whisper/ja', '/twilio/nothing'],
      `/twilio/${encodeURIComponent(caller)}/${pressed}`,
    ])
      await webhook(line, path, token, path.endsWith('status') ? { CallStatus: caller } : {});
    await webhook(line, '/twilio/alerts', token, { Payload: report });
  }
  await fetch(`${line}/line/twilio/voice?From=${encodeURIComponent(caller)}&Digits=${pressed}`);
  await fetch(`${line}/twilio/voice`, { method: 'POST', body: `From=${caller}&Digits=${pressed}` });
  await fetch(`${line}/phone/turn`, { method: 'POST', body: `{"From":"${caller}","Digits":"${pressed}` });
}

test('The log, alerts, mails and pages of a service contain nothing of its secrets or its callers', async () => {
  await using place = await createPlace('spoken-before');
  await writePrompts(place.prompts, fixtureFiles());
  await mkdir(place.data);
  const key = join(place.data, 'key.json');
  await writeFile(key, tornKey);
  const hooks = await startHooks();
  await using mail = await startSmtp();
  await using service = startLine(place, {
    ...settings(hooks.address, mail.port),
    GOOGLE_APPLICATION_CREDENTIALS: key,
  });
  const address = await service.address();
  await service.says(/all narrations exist/);
  await bother(address);
  await until('alerts and mails', () => hooks.arrived.length >= 2 && mail.mails.length >= 2);

  const [, link = ''] = await service.says(/(\/console\/sign-in\/[\w-]+)/);
  const visitor = visitConsole(address);
  const sent = { name: 'boss', display: '田中', 'new-password': goodPassword, 'new-password-again': goodPassword };
  await visitor.submit(link, link, sent);
  const pages: string[] = [];
  const opened = await openEveryPage(['/console'], async (page) => {
    const { text: html } = await visitor.get(page);
    pages.push(html);
    // Only the links of the first page are followed. They lead to every part of the console.
    return page === '/console' ? html : '';
  });
  expect(opened.length).toBeGreaterThan(15);
  for (const page of ['/', '/en', '/privacy', '/healthz', '/readyz'])
    pages.push(await (await fetch(address + page)).text());

  // The receiver of the webhook knows its address. The body must not contain it.
  const bodies = hooks.arrived.map((each) => each.replace(/^POST \S+ /, ''));
  const log = service.printed();
  expect(log).toContain('webhooks were refused');
  expect(log).toContain('a turn failed');
  const told = { log, bodies: bodies.join('\n'), mails: JSON.stringify(mail.mails), pages: pages.join('\n') };
  for (const [sink, written] of Object.entries(told)) {
    expect([sink, written.length > 200]).toEqual([sink, true]);
    expect([sink, leaksIn(written, secrets)]).toEqual([sink, []]);
  }
});

test('A line whose office, mail server and webhook refuse it logs why, without a secret', async () => {
  await using place = await createPlace();
  const { folder } = await unusableKey();
  const refusing = await startHooks(({ headers, url }) => [403, `${url} ${JSON.stringify(headers)}`]);
  await using mail = await startSmtp({ refuses: true });
  await using line = startLine(
    { ...place, data: folder },
    {
      ...settings(refusing.address, mail.port),
      OFFICE_URL: refusing.address,
    },
  );
  const address = await line.address();
  await bother(address);
  await fetch(`${address}/console`);
  await line.says(/the office cannot be used[^\n]*|OFFICE_SECRET must be the same/);
  await line.says(/mail: EAUTH 535/);
  await line.says(/an alert could not be sent[^\n]*|status 403/);
  const health = await (await fetch(`${address}/healthz`)).text();
  expect(leaksIn(`${line.printed()}\n${health}`, secrets)).toEqual([]);
});

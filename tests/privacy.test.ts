import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from '#jest';
import { logOptions } from '../src/common/log.ts';
import { createEdition } from '../src/office/editions/edition.ts';
import { bundledDraft } from './support/bundled.ts';
import { lineOn, officeFiles } from './support/line-on-files.ts';
import { leaksIn } from './support/secret-forms.ts';
import { createTestContext } from './support/test-context.ts';
import { account, callParameters } from './support/twilio-account.ts';
import { actionOf, post } from './support/twilio-call.ts';

/** What Twilio says about a caller. The line reads only the first of the digits. */
const caller = {
  CallSid: `CA${'5'.repeat(31)}7`,
  From: '+815098765432',
  Caller: '+815098765432',
  Digits: '73918462',
  CallerName: 'Zebulon Quagmire',
  CallerCity: 'Nowhereville',
  FromCity: 'Nowhereville',
};
const secrets = {
  ...Object.fromEntries(Object.entries(caller).map(([name, text]) => [name, { text }])),
  'From without +': { text: caller.From.slice(1) },
  ...Object.fromEntries(account.authTokens.map((text, index) => [`token ${index}`, { text }])),
};

/** The name and the content of every file in a folder. */
async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    found.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() ? `${path} ${await readFile(path, 'latin1')}` : path;
    }),
  );
}

/** All values in a JSON value that are neither objects nor lists. */
const valuesIn = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : [value];

test('after a call, a broken turn and a refusal, no data of the caller and no token is in the log', async () => {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  const line = await createTestContext({ log: pino({ level: 'debug', ...logOptions }, stream) });
  try {
    const menu = await post(line.app, '/twilio/voice', caller);
    await post(line.app, actionOf(menu.text), caller);
    const works = line.narrator.ready;
    Object.assign(line.narrator, {
      ready: {
        has: () => {
          throw new Error('broken on purpose');
        },
      },
    });
    await post(line.app, actionOf(menu.text), caller);
    Object.assign(line.narrator, { ready: works });
    await post(line.app, '/twilio/voice', caller, 'c'.repeat(32));
    const sent = { ...callParameters, ...caller };
    line.log.info({ body: sent, call: sent, req: { body: sent } }, 'somebody logs a whole request');
    line.log.info(sent, 'or what it sends');
    line.log.info({ turn: { webhooks: [{ parameters: sent }] } }, 'or something with it inside');
    const log = written.join('');
    for (const event of ['broken on purpose', 'webhooks were refused', 'somebody logs a whole request'])
      expect(log).toContain(event);
    expect(leaksIn(log, secrets)).toEqual([]);
    for (const name of Object.keys(caller)) expect(log).not.toContain(`"${name}"`);
    // The key that the line reads is too short to be searched for in a text.
    const values = written.flatMap((each) => valuesIn(JSON.parse(each))).map(String);
    expect(values).not.toContain(caller.Digits.slice(0, 1));
  } finally {
    await line.close();
  }
});

test('after a call, a transfer and an error of Twilio, no data of a caller and no token is in the files of the line', async () => {
  const files = await officeFiles();
  await files.publish(createEdition(bundledDraft(), { id: 'espeak', fingerprint: 'test' }));
  const { app, close } = await lineOn(files);
  const greeting = await post(app, '/twilio/voice', caller);
  const menu = await post(app, actionOf(greeting.text), { ...caller, Digits: '1' });
  await post(app, actionOf(menu.text), caller);
  await post(app, actionOf(menu.text), { ...caller, DialCallStatus: 'failed' });
  await post(app, '/twilio/alerts', { ...caller, Payload: JSON.stringify({ error_code: '11200', ...caller }) });
  await post(app, '/twilio/status', { ...caller, CallStatus: 'completed' });
  await close();
  const kept = (await filesIn(files.data)).join('\n');
  for (const event of ['call completed', 'transfer failed', 'twilio 11200']) expect(kept).toContain(`"${event}":1`);
  expect(leaksIn(kept, secrets)).toEqual([]);
});

test('no source of the line names a number, a name or a place of the caller, and none that reads webhooks logs anything', async () => {
  const root = join(import.meta.dirname, '../src');
  const names = (await readdir(root, { recursive: true })).filter((name) =>
    /^(?:call|edition|http|line|sound)\b.*\.ts$/.test(name),
  );
  const sources = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(root, name), 'utf8');
      return { name, code: text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '') };
    }),
  );
  const personal = /\b(?:From|Caller(?:Name)?|ForwardedFrom|(?:From|Caller)(?:City|State|Zip|Country))\b/;
  expect(sources.filter(({ code }) => personal.test(code)).map(({ name }) => name)).toEqual([]);
  const readers = sources.filter(({ code }) => /\bparameters\b/i.test(code));
  expect(readers.map(({ name }) => name)).toContain(join('line', 'twilio', 'read-webhook.ts'));
  expect(readers.filter(({ code }) => /\blog\b|\bconsole\b/.test(code)).map(({ name }) => name)).toEqual([]);
});

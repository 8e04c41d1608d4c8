import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanUp, describe, expect, test } from '#jest';
import { toLoggedError } from '../../src/common/log.ts';
import { readConfig } from '../../src/config.ts';
import { GoogleEngine } from '../../src/speech/engines/google/google-engine.ts';
import { scratchFolder } from '../support/scratch-database.ts';
import { formsOf, leaksIn } from '../support/secret-forms.ts';

const password = 'pa+ss/w%örd?#@';
const keyText = 'MIIEvQ+IBADANBg/kqhk%iG9w0é';

test('A secret is found in every form in which it may be written, even if two of its forms are the same', () => {
  const all = { planted: { text: password, user: 'line' } };
  for (const [name, form] of formsOf(password, 'line')) {
    expect([name, leaksIn(`before ${form} after`, all).includes(`planted: ${name}`)]).toEqual([name, true]);
  }
  expect(new Set(formsOf(password, 'line').values()).size).toBeGreaterThan(12);
  expect(leaksIn('nothing of it', all)).toEqual([]);
  // A text that has only letters is equal to its percent-encoding.
  expect(leaksIn('a'.repeat(32), { plain: { text: 'a'.repeat(32) } })).toContain('plain: percent-encoded');
});

describe('Settings that are refused are named without their values:', () => {
  test.each([
    ['TWILIO_AUTH_TOKEN', 't+k/%é'],
    ['TWILIO_AUTH_TOKEN_NEXT', 'n+xt/%é'],
    ['OFFICE_SECRET', 's+/%é'],
    ['OFFICE_URL', 'http://clerk:s+/%é@office'],
    ['SMTP_URL', `mail://line:${password}@mail.example.jp`],
    ['ALERT_WEBHOOK_URL', `https://clerk:${password}@hooks.example.jp`],
    ['HEARTBEAT_URL', 'n+address/%é'],
    ['PUBLIC_URL', 'https://clerk:s+/%é@line.example.jp'],
    ['TWILIO_API_URL', 'https://clerk:s+/%é@api.example.jp'],
  ])('%s', (setting, value) => {
    const refused = () => readConfig({ [setting]: value });
    expect(refused).toThrow(setting);
    try {
      refused();
    } catch (error) {
      const told = JSON.stringify([toLoggedError(error), error, String(error)]);
      expect(leaksIn(told, { value: { text: value }, password: { text: password } })).toEqual([]);
    }
  });
});

/** Contents that a file may have instead of the key of Google's service account. */
const keyFiles = {
  'a key without its JSON': `-----BEGIN PRIVATE KEY-----\n${keyText}\n-----END PRIVATE KEY-----\n`,
  'JSON that is torn': `{"type":"service_account","private_key":"${keyText}`,
};

test.each(Object.entries(keyFiles))('What Google’s library says about %s is not passed on', async (_, content) => {
  const file = join(await scratchFolder(), 'key.json');
  await writeFile(file, content);
  const before = process.env.GOOGLE_APPLICATION_CREDENTIALS;
  process.env.GOOGLE_APPLICATION_CREDENTIALS = file;
  cleanUp(() => {
    if (before === undefined) delete process.env.GOOGLE_APPLICATION_CREDENTIALS;
    else process.env.GOOGLE_APPLICATION_CREDENTIALS = before;
  });
  const error = await new GoogleEngine().open().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(String(error)).toContain('contains no Google credentials');
  expect(leaksIn(JSON.stringify([toLoggedError(error), error, String(error)]), { keyText: { text: keyText } })).toEqual(
    [],
  );
});

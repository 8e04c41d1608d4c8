import { readFile } from 'node:fs/promises';
import { expect, test } from '#jest';
import { readConfig } from '../../../src/config.ts';
import { fingerprintSettings } from '../../../src/office/files/service-note.ts';

/**
 * `DATA_DIR` leads to the service, so it is the same. The settings of the office belong to two machines. Only Google's
 * library reads the credentials.
 */
const notCompared = ['DATA_DIR', 'OFFICE_URL', 'OFFICE_SECRET', 'GOOGLE_APPLICATION_CREDENTIALS'];

test('Every setting is compared with those of the running service, except those that the documents name', async () => {
  const example = await readFile('.env.example', 'utf8');
  const all = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name = '']) => name);
  const compared = fingerprintSettings(readConfig({}), 'a secret for tests, and long enough').map(([name]) => name);
  // Twilio's second token is compared together with the first.
  expect(new Set([...compared, ...notCompared, 'TWILIO_AUTH_TOKEN_NEXT'])).toEqual(new Set(all));
  for (const page of ['docs/operation.md', 'docs/operation.ja.md']) {
    const paragraph = (await readFile(page, 'utf8')).match(/npm run twilio -- check` .*SMTP_URL.*/)?.[0] ?? '';
    for (const name of notCompared) expect(paragraph).toContain(`\`${name}\``);
  }
});

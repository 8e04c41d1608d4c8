import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanUp, expect, test } from '#jest';
import { explanationOf } from '../../src/common/explained-error.ts';
import { askDoctor, printedChecks } from '../../src/office/line-status/doctor.ts';
import type { Check } from '../../src/operation/check.ts';
import { scratchFolder } from '../support/scratch-database.ts';
import { account } from '../support/twilio-account.ts';

test('The doctor of the command line returns checks to the office, even if it refuses to run', async () => {
  const checks = await askDoctor(['probe'], new AbortController().signal);
  expect(checks).toMatchObject([
    { id: 'refused', state: 'fail', mend: { en: expect.stringContaining('set PUBLIC_URL') } },
  ]);
});

test('The output of a doctor keeps who mends a problem, and whether a number is foreign', () => {
  const about = { ja: '転送先', en: 'A destination' };
  const checks: readonly Check[] = [
    { id: 'destination-tried', state: 'warn', about, found: '+81300000000', mend: about, mendedBy: 'staff' },
    { id: 'number-voice-url', state: 'fail', about, isForeign: true, mend: about },
  ];
  expect(printedChecks.parse(JSON.parse(JSON.stringify(checks)))).toEqual(checks);
});

test('A doctor that cannot check anything says why in both languages', async () => {
  process.env.PROBE_EVERY = 'often';
  cleanUp(() => {
    delete process.env.PROBE_EVERY;
  });
  const error: unknown = await askDoctor(['check'], new AbortController().signal).catch((failed: unknown) => failed);
  expect(explanationOf(error)).toEqual({
    ja: expect.stringMatching(/^(?!予期しない).*PROBE_EVERY.*[ぁ-ん]/s),
    en: expect.stringContaining('PROBE_EVERY'),
  });
});

test('A doctor stops when its office tells it to', async () => {
  const stopping = new AbortController();
  const asked = askDoctor(['check'], stopping.signal);
  stopping.abort();
  await expect(asked).rejects.toThrow();
});

test('A doctor ends when its office is gone, even if Twilio does not answer', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  cleanUp(() => {
    silent.closeAllConnections();
    silent.close();
  });
  await once(silent, 'listening');
  const [connected, folder] = [once(silent, 'connection'), await scratchFolder()];
  const doctor = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../src/cli/twilio.ts'), 'check', '--json', '--child'],
    {
      cwd: tmpdir(),
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        DATA_DIR: folder,
        AUDIO_CACHE_DIR: folder,
        PUBLIC_URL: account.publicUrl,
        TWILIO_ACCOUNT_SID: account.accountSid,
        TWILIO_AUTH_TOKEN: account.authTokens[0],
        TWILIO_API_URL: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
      },
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  const ended = once(doctor, 'exit');
  await connected;
  // The operating system closes this pipe when the parent is killed.
  doctor.stdin.end();
  expect((await ended)[0]).toBe(1);
});

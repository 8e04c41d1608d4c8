import { writeFile } from 'node:fs/promises';
import { deepTest, expect, jest } from '#jest';
import { call, press } from '../support/phone-call.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';
import { createPlace, startLine } from '../support/start-line.ts';
import { account, callParameters, sign } from '../support/twilio-account.ts';
import { checkCallRules, checkTwiml } from '../support/twiml-schema.ts';

jest.setTimeout(600_000);

deepTest('a server whose audio folder is a file still answers calls with <Say>, and logs why', async () => {
  await using place = await createPlace();
  await writePrompts(place.prompts, smallFiles());
  await writeFile(place.audio, 'This is not a folder.');
  await using line = startLine(place, {
    PUBLIC_URL: account.publicUrl,
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authTokens[0],
  });
  const address = await line.address();
  const voice = () =>
    fetch(`${address}/twilio/voice`, {
      method: 'POST',
      headers: {
        'X-Twilio-Signature': sign(`${account.publicUrl}/twilio/voice`, callParameters, account.authTokens[0]),
      },
      body: new URLSearchParams(callParameters),
    });
  const answer = await voice();
  expect(answer.status).toBe(200);
  const twiml = await answer.text();
  expect([...checkTwiml(twiml), ...checkCallRules(twiml)]).toEqual([]);
  expect(twiml).toContain('<Say');
  expect(twiml).not.toContain('<Play');

  const turn = await press(address, await call(address), '1');
  expect(turn.language).toBe('en');
  expect((await fetch(address + turn.audio)).status).toBe(404);
  const [, why] = await line.says(/"why":"(A sentence of [^"\\]*(?:\\.[^"\\]*)*)"/);
  expect(why).toMatch(/ENOTDIR|EEXIST/);
  expect((await fetch(`${address}/readyz`)).status).toBe(503);

  await line.says(/a narration could not be made; callers hear it by <Say>/);
  // One log line reports all narrations that could not be made.
  const lines = line.printed('stdout').split('\n');
  expect(lines.filter((text) => text.includes('callers hear it by <Say>'))).toHaveLength(1);
  const again = await voice();
  expect([again.status, await again.text()]).toEqual([200, twiml]);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
});

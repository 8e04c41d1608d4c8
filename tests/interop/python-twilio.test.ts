import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { expect, jest } from '#jest';
import { testWith } from '../support/programs.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';
import { createPlace, startLine } from '../support/start-line.ts';
import { account, callParameters } from '../support/twilio-account.ts';
import { checkCallRules, checkTwiml } from '../support/twiml-schema.ts';

jest.setTimeout(600_000);

const exchange = z.object({
  step: z.string(),
  path: z.string(),
  status: z.int(),
  type: z.string().nullable(),
  body: z.string(),
});

testWith(
  'python3-twilio',
  'a whole call signed by Twilio’s Python library passes the signature check at every step',
  async () => {
    await using place = await createPlace('spoken-before');
    await writePrompts(place.prompts, smallFiles());
    await using line = startLine(place, {
      PUBLIC_URL: account.publicUrl,
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authTokens[0],
    });
    const order = {
      port: Number(new URL(await line.address()).port),
      publicUrl: account.publicUrl,
      token: account.authTokens[0],
      wrongToken: 'c'.repeat(32),
      // Characters that two libraries may encode differently.
      parameters: { ...callParameters, CallerName: '熊本 花子', FromCity: 'a+b & c=d %20 ~*\'"é', FromZip: '' },
    };
    const script = join(import.meta.dirname, 'call_with_python.py');
    const done = spawnSync('/usr/bin/python3', [script], {
      input: JSON.stringify(order),
      encoding: 'utf8',
      timeout: 120_000,
    });
    expect(done.stderr).toBe('');
    const exchanges = done.stdout
      .trimEnd()
      .split('\n')
      .map((row) => exchange.parse(JSON.parse(row)));

    expect(exchanges.map(({ step, status }) => `${step}: ${status}`)).toEqual([
      'wrong token: 403',
      'voice: 200',
      'wrong token on a turn: 403',
      'language: 200',
      'topic: 200',
      'silence: 200',
      'person: 200',
      'whisper: 200',
      'end: 200',
      'status: 204',
    ]);
    const documents = exchanges.filter(({ status }) => status === 200);
    for (const { step, type, body } of documents) {
      expect([step, type]).toEqual([step, 'text/xml; charset=utf-8']);
      expect([...checkTwiml(body), ...checkCallRules(body, { whisper: step === 'whisper' })]).toEqual([]);
    }
    const bodyOf = (wanted: string) => exchanges.find(({ step }) => step === wanted)?.body;
    for (const step of ['voice', 'language', 'topic', 'silence']) expect(bodyOf(step)).toContain('<Gather');
    expect(bodyOf('person')).toContain('<Dial');
    expect(bodyOf('end')).toContain('<Hangup');
    expect(new Set(documents.map(({ body }) => body)).size).toBe(documents.length);
    expect(bodyOf('wrong token')).not.toContain('<');
    expect(line.printed()).not.toContain('花子');
  },
);

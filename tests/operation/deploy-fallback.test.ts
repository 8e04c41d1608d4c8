import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '#jest';
import type { DisasterNotice } from '../../src/call/disaster.ts';
import { takenToken } from '../../src/cli/taken-token.ts';
import { runTwilioCommand } from '../../src/cli/twilio-command.ts';
import type { TwilioArguments, TwilioCommandParts } from '../../src/cli/twilio-parts.ts';
import { connectionOverrides } from '../../src/common/twilio-addresses.ts';
import { type Edition, openEdition } from '../../src/edition/edition.ts';
import { createEdition } from '../../src/office/editions/edition.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { checkFallback } from '../../src/operation/check-fallback.ts';
import type { DeployedFallback } from '../../src/operation/deploy-fallback.ts';
import { createTwilioClient } from '../../src/operation/twilio-client.ts';
import { bundledDraft } from '../support/bundled.ts';
import { scratchFolder } from '../support/scratch-database.ts';
import { account } from '../support/twilio-account.ts';
import { boughtNumber, type RestWorld, startTwilioRest } from '../support/twilio-rest.ts';
import { expectWellFormed } from '../support/well-formed-checks.ts';

const edition = openEdition(
  toEditionFile(createEdition(bundledDraft(), { id: 'espeak', fingerprint: 'test' } as const)),
);
const publicUrl = 'https://line.example.jp';
const flood: DisasterNotice = {
  ...{ id: 'n', kind: 'heavy-rain', places: [], actions: [], at: null, languages: ['ja', 'en'] },
};
const own = '+815000000002';

const opened: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each[Symbol.asyncDispose]();
});

/** A line with a sound for every key, its account at Twilio, and the command. */
async function start() {
  const world: RestWorld = {
    ...{ accountSid: account.accountSid, authToken: account.authTokens[0], status: 'active', type: 'Full' },
    numbers: [boughtNumber(own, 2)],
    ...{ ordinary: true, special: false, prefixes: [], trouble: null, now: () => Date.parse('2026-11-24T01:00:00Z') },
  };
  const rest = await startTwilioRest(world);
  opened.push(rest);
  const printed: string[] = [];
  const answers: boolean[] = [];
  const deployed: DeployedFallback[] = [];
  const twilio = { accountSid: world.accountSid, authTokens: [world.authToken], publicUrl, signedUrls: [publicUrl] };
  const line = {
    ...{ edition, disaster: null },
    sound: async (key: string): Promise<Uint8Array | null> => new TextEncoder().encode(key),
    hasSound: async () => true,
  };
  const given: TwilioCommandParts = {
    config: { publicUrl, twilio, twilioFallbackUrl: null, isProduction: false },
    ...{ fallbackUrl: null, deploysFallback: true, line, folders: [], language: 'en', clock: world.now },
    api: createTwilioClient(
      { accountSid: world.accountSid, authToken: account.authTokens[0] },
      { server: rest.url, line: publicUrl, buildEvery: 1 },
    ),
    checkMachine: async () => [],
    differingSettings: async () => null,
    kept: [],
    keepNumbers: async () => {},
    readLine: async () => line,
    keepDeployed: async (each) => void deployed.push(each),
    ask: async () => answers.shift() ?? false,
    print: (each) => printed.push(each),
  };
  const none: TwilioArguments = {
    ...{ names: [], json: false, strict: false, yes: false },
    ...{ out: null, base: null, deploy: false, line: false },
  };
  const run = (command: string, more: Partial<TwilioArguments> = {}, parts: Partial<TwilioCommandParts> = {}) => {
    printed.length = 0;
    return runTwilioCommand(command, { ...none, ...more }, { ...given, ...parts });
  };
  return { world, rest, run, line, given, printed, answers, deployed };
}

/** Gives this answer to all requests to Twilio whose address contains `where`. */
const trouble = (where: string, answer: NonNullable<RestWorld['trouble']>) => (world: RestWorld) => {
  world.trouble = (request, response) => (request.url?.includes(where) ? answer(request, response) : false);
};
const status =
  (code: number): NonNullable<RestWorld['trouble']> =>
  (_request, response) => {
    response
      .writeHead(code, { 'Content-Type': 'application/json' })
      .end(JSON.stringify({ code: 20000, message: 'no', status: code }));
  };

/** The edition with this telephone number on its leaflets. */
const withNumber = (of: Edition, number: string): Edition => ({
  ...of,
  file: { ...of.file, leaflet: { number, titles: [], addresses: [], contacts: [] } },
});

describe('The fallback in the account’s Assets', () => {
  test('is reported as deployed even if this cannot be recorded', async () => {
    const { run, printed } = await start();
    const keepDeployed = () => Promise.reject(new Error('EROFS'));
    expect(await run('fallback', { deploy: true }, { keepDeployed })).toBe(1);
    expect(printed.join()).toMatch(
      /The fallback is in place at Twilio, but this could not be recorded .*Reason: EROFS/,
    );
  });

  test('is deployed at once and found complete, and numbers are set to its address', async () => {
    const { rest, run, line, deployed, printed, world } = await start();
    expect(await run('fallback', { deploy: true })).toBe(0);
    const address = `${rest.url}/fallback.xml`;
    expect([printed.join(), deployed[0]?.address]).toEqual([expect.stringContaining(address), address]);
    await run('setup', { names: [own], yes: true }, { fallbackUrl: address });
    expect(world.numbers[0]).toMatchObject({ voiceFallbackUrl: address, voiceFallbackMethod: 'GET' });
    const look = { address, deploys: true, isDisaster: false, now: world.now() };
    const [found] = await checkFallback(line.edition, look);
    expect(found).toMatchObject({ id: 'fallback', state: 'ok' });
    // As soon as it differs from what it should say, the check names the command that mends it.
    const [stale] = await checkFallback(line.edition, { ...look, isDisaster: true });
    expect(stale).toMatchObject({ state: 'fail', mend: { en: expect.stringContaining('fallback --deploy') } });
  });

  test('is replaced as a whole: existing sounds are not sent again, and old sounds and builds are removed', async () => {
    const { rest, run, line } = await start();
    await run('fallback', { deploy: true });
    const sounds = rest.serverless.assets.filter(({ name }) => name.endsWith('.wav')).length;
    rest.requests.length = 0;
    const [_first, ...others] = line.edition.line.languages;
    const fewer = { ...line.edition, line: { ...line.edition.line, languages: others } };
    expect(await run('fallback', { deploy: true }, { line: { ...line, edition: fewer } })).toBe(0);
    expect(rest.requests.filter((each) => each.endsWith('/Versions'))).toHaveLength(others.length + 2);
    expect(rest.serverless.assets.filter(({ name }) => name.endsWith('.wav'))).toHaveLength(sounds - 1);
    expect(rest.serverless.builds).toHaveLength(1);
    expect(rest.serverless.services).toHaveLength(1);
  });

  test.each<[string, (rest: Awaited<ReturnType<typeof start>>) => unknown]>([
    ['a build fails', ({ rest }) => Object.assign(rest.serverless, { buildsFor: -1 })],
    ['Twilio has an error', ({ world }) => trouble('', status(500))(world)],
    ['a file is not taken', ({ world }) => trouble('/Versions', status(413))(world)],
    [
      'the connection breaks off while a file is sent',
      ({ world }) => trouble('/Versions', ({ socket }) => void socket.destroy())(world),
    ],
    ['somebody else removes what it needs', ({ world }) => trouble('/Versions', status(404))(world)],
    ['the token is wrong', ({ world }) => Object.assign(world, { authToken: 'f'.repeat(32) })],
  ])('stays as it was when %s, and the command says so', async (_, break_) => {
    const started = await start();
    const { rest, run, line, printed, deployed } = started;
    await run('fallback', { deploy: true });
    const before = rest.serverless.file('/fallback.xml')?.bytes;
    break_(started);
    expect(await run('fallback', { deploy: true }, { line: { ...line, disaster: flood } })).toBe(1);
    expect(printed.join('\n')).toMatch(/^FAIL {2}.+\n(?:.*found: .+\n)?.*mend: .{20}/);
    expect(await run('fallback', { deploy: true, json: true }, { line: { ...line, disaster: flood } })).toBe(1);
    expectWellFormed(JSON.parse(printed.join('\n')));
    expect([rest.serverless.file('/fallback.xml')?.bytes, deployed.length]).toEqual([before, 1]);
  });

  test('is not deployed without its sounds, and nothing is created in the account', async () => {
    const { rest, run, line, printed } = await start();
    expect(await run('fallback', { deploy: true }, { line: { ...line, sound: async () => null } })).toBe(1);
    expect(printed.join('\n')).toContain('The sounds of the fallback do not exist yet');
    expect(rest.requests).toEqual([]);
    expect(await run('fallback', { deploy: true }, { line: null })).toBe(1);
  });

  test('can be played to a telephone of the office after a confirmation, and so can the line', async () => {
    const { run, line, printed, world, answers } = await start();
    const parts = {
      line: { ...line, edition: withNumber(edition, '050-0000-0002') },
      fallbackUrl: 'https://static.example.jp/fallback.xml',
    };
    const to = '+815000000077';
    expect(await run('drill', { names: [to] }, parts)).toBe(1);
    expect([printed.join(), world.calls]).toEqual(['Nobody was called.', undefined]);
    answers.push(true, true);
    expect(await run('drill', { names: [to] }, parts)).toBe(0);
    expect(await run('drill', { names: [to], line: true }, parts)).toBe(0);
    expect(world.calls).toEqual([
      { To: to, From: own, Url: parts.fallbackUrl, Method: 'GET' },
      { To: to, From: own, Url: `${publicUrl}/twilio/voice${connectionOverrides}`, Method: 'POST' },
    ]);
    // A number that leads to the line can be used even if the edition does not name it.
    const leading = { ...parts, line: { ...line, edition: withNumber(edition, '') } };
    await run('setup', { names: [own], yes: true }, leading);
    expect(await run('drill', { names: [to], yes: true }, leading)).toBe(0);
    world.numbers = world.numbers.map((each) => ({ ...each, voiceUrl: 'https://other.example.jp/' }));
    world.calls = world.calls?.slice(0, 2);
    for (const [names, more, says] of [
      [[to], { ...parts, fallbackUrl: null }, 'There is no fallback yet'],
      [[to], { ...parts, line: { ...line, edition: withNumber(edition, '') } }, 'no number of this line'],
    ] as const) {
      expect(await run('drill', { names, yes: true }, more)).toBe(1);
      expect(printed.join()).toContain(says);
    }
    expect(world.calls).toHaveLength(2);
  });
});

test('A folder is written for the address in the settings, never for the address of an earlier deployment', async () => {
  const { run, printed, given } = await start();
  const out = await scratchFolder();
  const inAssets = { fallbackUrl: 'https://line-1234.twil.io/fallback.xml' };
  expect(await run('fallback', { out }, inAssets)).toBe(1);
  expect(printed.join()).toContain('add --base https://…/ or set TWILIO_FALLBACK_URL');
  expect(await readdir(out)).toEqual([]);
  const config = { ...given.config, twilioFallbackUrl: 'https://static.example.jp/line/fallback.xml' };
  expect(await run('fallback', { out }, { ...inAssets, config })).toBe(0);
  expect(await readFile(join(out, 'fallback.xml'), 'utf8')).toContain('<Play>https://static.example.jp/line/');
});

test('Wrong numbers and arguments are refused before anything is asked of Twilio', async () => {
  const { rest, run, printed } = await start();
  for (const command of ['setup', 'drill', 'forget']) {
    const refused = run(command, { names: ['abc', '050-0000-0002'], yes: command !== 'forget' });
    await expect(refused).rejects.toThrow('Not a telephone number: abc, 050-0000-0002');
  }
  for (const command of ['numbers', 'probe', 'check', 'fallback'])
    await expect(run(command, { names: ['x'] })).rejects.toThrow('"x" is one argument too many');
  for (const names of [[], ['+815000000001', '+815000000002']])
    await expect(run('drill', { names })).rejects.toThrow('Name one telephone');
  for (const more of [{ out: 'x' }, { base: 'https://example.jp/' }])
    await expect(run('fallback', { deploy: true, ...more })).rejects.toThrow('Give either --deploy, or --out');
  for (const [command, option, more] of [
    ['check', '--out', { out: 'x' }],
    ['check', '--yes', { yes: true }],
    ['setup', '--deploy', { deploy: true }],
    ['probe', '--line', { line: true }],
    ['numbers', '--json', { json: true }],
    ['forget', '--yes', { names: ['+815000000001'], yes: true }],
    ['drill', '--base', { names: ['+815000000001'], base: 'x' }],
  ] as const)
    await expect(run(command, more)).rejects.toThrow(`The command ${command} does not take ${option}.`);
  await expect(run('fallback', { out: 'x', json: true })).rejects.toThrow('--out does not go with --json.');
  await expect(run('setup', { json: true })).rejects.toThrow('With --json nobody is asked');
  expect(printed).toEqual([]);
  expect(rest.requests).toEqual([]);
});

test('While tokens are rotated, the command uses the one that Twilio accepts', async () => {
  const { world, rest } = await start();
  const open = (authToken: string) =>
    createTwilioClient({ accountSid: world.accountSid, authToken }, { server: rest.url, line: publicUrl });
  const [old, next] = [world.authToken, 'b'.repeat(32)];
  expect(await takenToken([old], open)).toBe(old);
  expect(rest.requests).toEqual([]);
  expect(await takenToken([old, next], open)).toBe(old);
  world.authToken = next;
  expect(await takenToken([old, next], open)).toBe(next);
  world.authToken = 'c'.repeat(32);
  expect(await takenToken([old, next], open)).toBe(old);
  world.trouble = status(500);
  expect(await takenToken([old, next], open)).toBe(old);
});

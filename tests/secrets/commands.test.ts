import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, cleanUp, describe, expect, test } from '#jest';
import { runTwilioCommand } from '../../src/cli/twilio-command.ts';
import type { TwilioArguments, TwilioCommandParts } from '../../src/cli/twilio-parts.ts';
import { toLoggedError } from '../../src/common/log.ts';
import { openEdition } from '../../src/edition/edition.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { createLineStatus } from '../../src/office/line-status/line-status.ts';
import { createTwilioClient } from '../../src/operation/twilio-client.ts';
import { createFileAudioStore } from '../../src/sound/file-audio-store.ts';
import { readDraft } from '../../src/words/draft.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { scratchFolder } from '../support/scratch-database.ts';
import { leaksIn } from '../support/secret-forms.ts';
import { smallFiles } from '../support/small-prompts.ts';
import { createTestContext } from '../support/test-context.ts';
import { account } from '../support/twilio-account.ts';
import { boughtNumber, type RestWorld, startTwilioRest } from '../support/twilio-rest.ts';

const { accountSid } = account;
/** Tokens with characters that addresses, JSON and HTML escape. Twilio's real tokens have only digits and letters. */
const [token, next] = ['tK+7/q%é&"<1>\\x', 'nX+8/r%ü&"<2>\\y'];
/** User name and password of another service, as they may be written in an address at a number. */
const foreign = { user: 'clerk+1', password: 'p+a%2Fss%25w%C3%A9rd' };
const elsewhere = `https://${foreign.user}:${foreign.password}@other.example.jp`;
const secrets = {
  token: { text: token, user: accountSid },
  next: { text: next, user: accountSid },
  'name at another service': { text: foreign.user },
  'password at another service': { text: foreign.password, user: foreign.user },
  'password at another service, decoded': { text: decodeURIComponent(foreign.password), user: foreign.user },
};

/** The line, which no test changes, and its address. */
let line: Awaited<ReturnType<typeof createTestContext>>;
let publicUrl = '';
let listener: RequestListener | undefined;
const server = createServer((request, response) => listener?.(request, response));
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = { publicUrl, twilio: { accountSid, authTokens: [token, next], publicUrl, signedUrls: [publicUrl] } };
  line = await createTestContext({ draft: readDraft(smallFiles()), isFilled: true, config });
  listener = line.app;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await line.close();
});

/** The account of the line. One of its numbers leads to the line, and another to a service with a password. */
async function start() {
  const voiceFallbackUrl = `${elsewhere}/fallback`;
  const world: RestWorld = {
    ...{ accountSid, authToken: token, status: 'active', type: 'Full' },
    numbers: [
      { ...boughtNumber('+815000000002', 2), voiceUrl: `${publicUrl}/twilio/voice`, voiceFallbackUrl },
      { ...boughtNumber('+815000000003', 3), voiceUrl: `${elsewhere}/answer`, statusCallback: `${elsewhere}/ended` },
    ],
    ...{ ordinary: true, special: false, prefixes: ['+81 (57)'] },
    ...{ trouble: null, now: () => Date.parse('2026-11-24T01:00:00Z') },
  };
  const rest = await startTwilioRest(world);
  cleanUp(() => rest[Symbol.asyncDispose]());
  const file = toEditionFile(line.shelf.current);
  const store = createFileAudioStore(line.config.audioCacheFolder);
  const printed: string[] = [];
  let kept: readonly string[] = ['+815000000003'];
  const parts: TwilioCommandParts = {
    config: {
      ...{ publicUrl, twilioFallbackUrl: null, isProduction: false },
      twilio: line.config.twilio,
    },
    ...{ fallbackUrl: null, deploysFallback: false, language: 'en' },
    checkMachine: async () => [],
    differingSettings: async () => null,
    get kept() {
      return kept;
    },
    keepNumbers: async (numbers) => {
      kept = numbers;
    },
    readLine: async () => null,
    keepDeployed: async () => {},
    api: createTwilioClient({ accountSid, authToken: token }, { server: rest.url, line: publicUrl, buildEvery: 1 }),
    line: {
      ...{ edition: openEdition(file), sentences: file, disaster: null },
      sound: async (key) => store.read(key),
      hasSound: async () => true,
    },
    folders: [{ setting: 'AUDIO_CACHE_DIR', path: line.config.audioCacheFolder }],
    clock: world.now,
    ask: async (question) => {
      printed.push(question);
      return true;
    },
    print: (text) => printed.push(text),
  };
  const none: TwilioArguments = {
    ...{ names: [], json: false, strict: false, yes: false },
    ...{ out: null, base: null, deploy: false, line: false },
  };
  /** Runs a command. What it throws is written as a terminal and a log would write it. */
  const run = async (command: string, more: Partial<TwilioArguments> = {}): Promise<string> => {
    printed.length = 0;
    await runTwilioCommand(command, { ...none, ...more }, parts).catch((error: Error) => {
      printed.push(String(error.stack), JSON.stringify(error), JSON.stringify(toLoggedError(error)));
    });
    return printed.join('\n');
  };
  return { world, run };
}

const named = { names: ['+815000000003'] };
/** Every command as somebody may type it. */
const typed: readonly (readonly [string, Partial<TwilioArguments>])[] = [
  ['check', {}],
  ['check', { json: true }],
  ['numbers', {}],
  ['numbers', { json: true }],
  ['probe', {}],
  ['probe', { json: true }],
  ['fallback', { deploy: true }],
  ['fallback', { deploy: true, json: true }],
  ['drill', { names: ['+815000000009'] }],
  ['drill', { names: ['+815000000009'], line: true }],
  ['drill', { names: ['+815000000009'], json: true }],
  ['setup', {}],
  ['setup', { json: true, yes: true }],
  ['setup', named],
  ['setup', { ...named, json: true, yes: true }],
  ['forget', { names: ['+815000000008'] }],
  ['forget', named],
  ['forget', { ...named, json: true }],
];

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;
const answers =
  (status: number, type: string, body: (request: IncomingMessage) => string): Answer =>
  (request, response) =>
    void response.writeHead(status, { 'Content-Type': type }).end(body(request));

/** What Twilio, or something that answers in its place, may do. */
const troubles: readonly (readonly [string, Answer | null])[] = [
  ['answers', null],
  ['refuses the token', answers(401, 'application/json', () => '{"code":20003,"message":"Authenticate","status":401}')],
  [
    'repeats in its error what was sent to it',
    answers(400, 'application/json', ({ headers }) =>
      JSON.stringify({
        code: 21000,
        status: 400,
        message: `${headers.authorization} ${token}`,
        details: { token, elsewhere },
      }),
    ),
  ],
  ['breaks', answers(500, 'text/html', ({ headers }) => `<html>${headers.authorization} ${token}`)],
  ['answers with a page', answers(200, 'text/html', ({ headers }) => `<html>${headers.authorization} ${token}`)],
  ['hangs up', ({ socket }) => void socket.destroy()],
];

describe('No command writes a secret, neither as text nor as JSON, while Twilio', () => {
  test.each(troubles)('%s', async (_, trouble) => {
    const { world, run } = await start();
    world.trouble = trouble;
    let written = 0;
    for (const [command, given] of typed) {
      const output = await run(command, given);
      expect(output).not.toBe('');
      written += output.length;
      expect([command, given, leaksIn(output, secrets)]).toEqual([command, given, []]);
    }
    expect(written).toBeGreaterThan(1000);
  });
});

test('The address of another service is shown without the user name and the password in it', async () => {
  const { run } = await start();
  expect(await run('numbers')).toContain('https://…@other.example.jp/answer');
  expect(await run('setup', named)).toContain('https://…@other.example.jp/ended');
});

test('Writing a fallback into a folder writes no secret into its files, and prints none', async () => {
  const { run } = await start();
  const out = join(await scratchFolder(), 'fallback');
  const written = await run('fallback', { out, base: 'https://static.example.jp/line' });
  expect(written).toContain('fallback.xml');
  expect(leaksIn(written, secrets)).toEqual([]);
  const files = await readdir(out, { recursive: true, withFileTypes: true });
  const found: [string, readonly string[]][] = [];
  for (const { name, parentPath } of files.filter((each) => each.isFile())) {
    const bytes = await readFile(join(parentPath, name));
    // In latin1, every byte can be searched, also those of a sound.
    found.push([
      name,
      [...leaksIn(name, secrets), ...leaksIn(bytes.toString(), secrets), ...leaksIn(bytes.toString('latin1'), secrets)],
    ]);
  }
  expect(found.map(([name]) => name)).toContain('fallback.xml');
  expect(found.filter(([, leaks]) => leaks.length > 0)).toEqual([]);
});

test('The console page with the results of these commands has no secret in it', async () => {
  const { run } = await start();
  const lineStatus = createLineStatus({
    async doctor([command, ...more]) {
      const options = more.join(' ');
      return JSON.parse(await run(command, { json: true, yes: options === '--yes', deploy: options === '--deploy' }));
    },
    ...{ deploysFallback: true, clock: () => 0, audit: { add: async () => {} }, diagnosed: () => {} },
    signal: new AbortController().signal,
  });
  for (const what of ['check', 'probe', 'fallback', 'setup'] as const) await lineStatus.look(what);
  const world = await createTestConsole({ lineStatus });
  await world.letIn('boss', 'administrator');
  const boss = visitConsole(world.app);
  await boss.signIn('boss');
  const page = (await boss.get('/console/status')).text;
  expect(page).toContain('+815000000003');
  expect(page).toContain('https://…@other.example.jp/answer');
  expect(leaksIn(page, secrets)).toEqual([]);
});

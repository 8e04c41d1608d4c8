import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, describe, expect, test } from '#jest';
import { runTwilioCommand } from '../../src/cli/twilio-command.ts';
import type { TwilioArguments, TwilioCommandParts } from '../../src/cli/twilio-parts.ts';
import { connectionOverrides } from '../../src/common/twilio-addresses.ts';
import { openEdition } from '../../src/edition/edition.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import type { Check } from '../../src/operation/check.ts';
import type { DeployedFallback } from '../../src/operation/deploy-fallback.ts';
import type { TwilioNumber } from '../../src/operation/twilio-api.ts';
import { createTwilioClient } from '../../src/operation/twilio-client.ts';
import { createFileAudioStore } from '../../src/sound/file-audio-store.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { createTestContext } from '../support/test-context.ts';
import { account } from '../support/twilio-account.ts';
import { boughtNumber, type RestWorld, startTwilioRest } from '../support/twilio-rest.ts';

const closeAll = async (all: AsyncDisposable[]) => {
  for (const each of all.splice(0)) await each[Symbol.asyncDispose]();
};
const opened: AsyncDisposable[] = [];
afterEach(() => closeAll(opened));

/** A server at an address of its own; the listener is chosen once the address is known. */
async function serve(
  until: AsyncDisposable[],
  listenerAt: (address: string) => Promise<RequestListener> | RequestListener,
): Promise<string> {
  let listener: RequestListener = (_request, response) => void response.end();
  const server = createServer((request, response) => listener(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  until.push({
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  });
  listener = await listenerAt(address);
  return address;
}

/** What stands in front of a line. */
type Proxy = (line: RequestListener) => RequestListener;

/** A running line, at an address of its own. */
async function startLine(until: AsyncDisposable[], proxied: Proxy = (line) => line) {
  let context: Awaited<ReturnType<typeof createTestContext>> | undefined;
  const publicUrl = await serve(until, async (address) => {
    const twilio = { ...account, authTokens: [account.authTokens[0]], publicUrl: address, signedUrls: [address] };
    context = await createTestContext({
      draft: fixtureDraft(),
      isFilled: true,
      config: { publicUrl: address, twilio },
    });
    return proxied(context.app);
  });
  if (!context) throw new Error('The line did not start.');
  const line = context;
  until.push({ [Symbol.asyncDispose]: () => line.close() });
  const file = toEditionFile(line.shelf.current);
  return { publicUrl, line, file, edition: openEdition(file) };
}

/** The line without a proxy, which no test changes. */
let shared: ReturnType<typeof startLine> | undefined;
const opensUntilEnd: AsyncDisposable[] = [];
afterAll(() => closeAll(opensUntilEnd));

/** A line and its account, which is the test's own. */
async function start(proxied?: Proxy) {
  const world: RestWorld = {
    ...{ accountSid: account.accountSid, authToken: account.authTokens[0], status: 'active', type: 'Full' },
    numbers: [boughtNumber('+815000000002', 2)],
    ...{ ordinary: true, special: false, prefixes: ['+81 (57)', '+81 (990)'] },
    ...{ trouble: null, now: () => Date.parse('2026-11-24T01:00:00Z') },
  };
  const rest = await startTwilioRest(world);
  opened.push(rest);
  shared ??= startLine(opensUntilEnd);
  const { publicUrl, line, file, edition } = await (proxied === undefined ? shared : startLine(opened, proxied));
  const store = createFileAudioStore(line.config.audioCacheFolder);
  const printed: string[] = [];
  const answers: boolean[] = [];
  const deployed: DeployedFallback[] = [];
  let kept: readonly string[] = [];
  const twilio = { accountSid: world.accountSid, authTokens: [world.authToken], publicUrl, signedUrls: [publicUrl] };
  const given: TwilioCommandParts = {
    config: { publicUrl, twilio, isProduction: false },
    fallbackUrl: null,
    deploysFallback: false,
    checkMachine: async () => [],
    get kept() {
      return kept;
    },
    keepNumbers: async (numbers) => {
      kept = numbers;
    },
    readLine: async () => null,
    keepDeployed: async (each) => void deployed.push(each),
    api: createTwilioClient(
      { accountSid: world.accountSid, authToken: account.authTokens[0] },
      { server: rest.url, line: publicUrl, buildEvery: 1 },
    ),
    line: {
      ...{ edition, sentences: file, disaster: null },
      sound: async (key) => store.read(key),
      hasSound: async () => true,
    },
    folders: [{ setting: 'AUDIO_CACHE_DIR', path: line.config.audioCacheFolder }],
    language: 'en',
    clock: world.now,
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
  const checks = async (parts: Partial<TwilioCommandParts> = {}): Promise<readonly Check[]> => {
    await run('check', { json: true }, parts);
    return JSON.parse(printed.join('\n'));
  };
  const failures = async (parts: Partial<TwilioCommandParts> = {}) =>
    (await checks(parts)).filter(({ state }) => state === 'fail').map(({ id }) => id);
  return { world, rest, publicUrl, line, given, printed, answers, deployed, run, checks, failures };
}

/** What is always wrong with a test line: no https, and the voice for demonstrations. */
const ofTests = ['address-https', 'edition-voice'];

const set = (world: RestWorld, settings: Partial<TwilioNumber>) => {
  world.numbers = world.numbers.map((each) => ({ ...each, ...settings }));
};

describe('Setting up', () => {
  test('shows what it would change, asks, changes it, looks again, and changes nothing the second time', async () => {
    const { world, rest, run, printed, answers, publicUrl } = await start();
    const named = { names: ['+815000000002'] };
    expect(await run('setup', named)).toBe(1);
    expect(printed.join('\n')).toContain('Nothing was changed.');
    expect(rest.requests.filter((each) => each.startsWith('POST'))).toEqual([]);
    answers.push(true);
    expect(await run('setup', named)).toBe(0);
    expect(printed.join('\n')).toContain('https://demo.twilio.com/welcome/voice/');
    expect(printed.join('\n')).toContain('All settings of the number are right.: +815000000002');
    expect(printed.at(-1)).toContain(`webhook ${publicUrl}/twilio/alerts, HTTP POST`);
    expect(world.numbers[0]).toMatchObject({
      voiceUrl: `${publicUrl}/twilio/voice${connectionOverrides}`,
      statusCallback: `${publicUrl}/twilio/status`,
    });
    const sent = rest.requests.filter((each) => each.startsWith('POST'));
    expect(sent.map((each) => each.split(' ').at(-1))).toEqual(['StatusCallback,VoiceUrl']);
    expect(await run('setup', named)).toBe(0);
    expect(printed.join('\n')).toContain('There is nothing to change.');
    expect(rest.requests.filter((each) => each.startsWith('POST'))).toHaveLength(1);
  });

  test('sets the fallback by GET, and takes applications and trunks away', async () => {
    const { world, run } = await start();
    set(world, { voiceApplicationSid: `AP${'1'.repeat(32)}`, trunkSid: `TK${'1'.repeat(32)}` });
    const fallbackUrl = 'https://static.example.jp/fallback.xml';
    expect(await run('setup', { names: ['+815000000002'], yes: true }, { fallbackUrl })).toBe(0);
    expect(world.numbers[0]).toMatchObject({
      ...{ voiceApplicationSid: '', trunkSid: '' },
      ...{ voiceFallbackUrl: fallbackUrl, voiceFallbackMethod: 'GET' },
    });
  });

  test('gives a number of one language the fallback of that language, and a document of another name to all', async () => {
    const { world, run, given, failures } = await start();
    if (!given.line) throw new Error('There is no line.');
    const { edition } = given.line;
    const [first, ...others] = edition.file.languages;
    if (!first) throw new Error('There is no language.');
    const languages = [{ ...first, ownNumbers: ['+815000000002'] }, ...others];
    const line = { ...given.line, edition: { ...edition, file: { ...edition.file, languages } } };
    for (const [address, expected] of [
      ['https://static.example.jp/line/fallback.xml', `https://static.example.jp/line/fallback-${first.tag}.xml`],
      ['https://static.example.jp/bin/EH1', 'https://static.example.jp/bin/EH1'],
    ] as const) {
      const parts = { line, fallbackUrl: address };
      expect(await run('setup', { yes: true }, parts)).toBe(0);
      expect(world.numbers[0]?.voiceFallbackUrl).toBe(expected);
      expect((await failures(parts)).filter((id) => id.startsWith('number'))).toEqual([]);
    }
  });

  test('touches no number that leads elsewhere, unless it is named, and none that is not there', async () => {
    const { world, rest, run, printed, given } = await start();
    set(world, { voiceUrl: 'https://other.example.jp/answer' });
    const { line } = given;
    if (!line) throw new Error('There is no line.');
    const leaflet = { number: '050-0000-0002', titles: [], addresses: [], contacts: [] };
    const { edition } = line;
    const owned = { line: { ...line, edition: { ...edition, file: { ...edition.file, leaflet } } } };
    expect(await run('setup', { yes: true }, owned)).toBe(1);
    expect(printed.join('\n')).toContain('lead to another service: +815000000002');
    expect(await run('setup', { names: ['+815000000009'], yes: true })).toBe(1);
    expect(printed.join('\n')).toContain('Not in this account: +815000000009');
    expect(await run('setup', { yes: true })).toBe(1);
    expect(printed.join('\n')).toContain('The line has no number yet');
    set(world, { hasVoice: false });
    expect(await run('setup', { names: ['+815000000002'], yes: true })).toBe(1);
    expect(rest.requests.filter((each) => each.startsWith('POST'))).toEqual([]);
  });
});

describe('The check of a line that is set up', () => {
  const live = async (...given: Parameters<typeof start>) => {
    const started = await start(...given);
    await started.run('setup', { names: ['+815000000002'], yes: true });
    return started;
  };

  test('finds nothing wrong, also not with its calls in every language', async () => {
    const { failures, run, printed, line } = await live();
    expect(await failures()).toEqual(ofTests);
    expect(await run('probe')).toBe(0);
    expect(printed.join('\n').match(/^ok/gm)).toHaveLength(line.shelf.current.line.languages.length);
  });

  test.each<[string, Partial<TwilioNumber>, string]>([
    ['GET for POST', { voiceMethod: 'GET' }, 'number-voice-method'],
    ['a trailing slash', { voiceUrl: 'PUBLIC/twilio/voice/' }, 'number-voice-url'],
    ['http for https', { voiceUrl: 'http://other.example.jp/twilio/voice' }, 'number-voice-url'],
    ['no connection overrides', { voiceUrl: 'PUBLIC/twilio/voice' }, 'number-voice-url'],
    ['an application', { voiceApplicationSid: `AP${'1'.repeat(32)}` }, 'number-voice-application-sid'],
    ['a trunk', { trunkSid: `TK${'1'.repeat(32)}` }, 'number-trunk-sid'],
    ['a number without voice', { hasVoice: false }, 'number-voice'],
  ])('finds %s that somebody has set behind our back', async (_, settings, id) => {
    const { world, failures, publicUrl } = await live();
    const { voiceUrl } = settings;
    set(world, { ...settings, ...(voiceUrl && { voiceUrl: voiceUrl.replace('PUBLIC', publicUrl) }) });
    expect(await failures()).toEqual(
      [id, ...ofTests].sort((one, other) => ofTests.indexOf(one) - ofTests.indexOf(other)),
    );
  });

  test.each<[string, (world: RestWorld) => unknown, string]>([
    ['a wrong token', (world) => Object.assign(world, { authToken: 'f'.repeat(32) }), 'twilio-api'],
    ['an account that is suspended', (world) => Object.assign(world, { status: 'suspended' }), 'account-status'],
    [
      'a destination that may not be dialled',
      (world) => Object.assign(world, { prefixes: ['+81 (3)'] }),
      'dialling-prefix',
    ],
    ['Japan that may not be dialled', (world) => Object.assign(world, { ordinary: false }), 'dialling-japan'],
    ['credentials for tests, which may not ask', answersWith(403), 'twilio-api'],
    ['too many requests', answersWith(429), 'twilio-api'],
    ['an error of Twilio’s', answersWith(500), 'twilio-api'],
    ['an account that is not there', answersWith(404), 'twilio-api'],
    ['a connection that breaks off', cutsOff, 'twilio-api'],
    ['something that is no JSON', answersPage, 'twilio-api'],
    [
      'a clock five minutes off',
      (world) => Object.assign(world, { now: () => Date.parse('2026-11-24T01:05:30Z') }),
      'clock',
    ],
  ])('finds %s', async (_, change, id) => {
    const { world, given, checks } = await live();
    change(world);
    const found = (await checks({ clock: given.clock })).filter(({ state }) => state === 'fail');
    expect(found.map((each) => each.id)).toContain(id);
    const { mend } = found.find((each) => each.id === id) ?? {};
    expect([mend?.ja.length, mend?.en.length].every((length) => Number(length) > 10)).toBe(true);
  });

  test('finds a number of the line that another account has, such as the subaccount that bought it', async () => {
    const { checks, given, world } = await live();
    if (!given.line) throw new Error('There is no line.');
    const { edition } = given.line;
    const leaflet = { number: '050-0000-0002', titles: [], addresses: [], contacts: [] };
    const line = { ...given.line, edition: { ...edition, file: { ...edition.file, leaflet } } };
    world.numbers = [];
    const found = (await checks({ line })).find(({ id }) => id === 'number-in-account');
    expect(found).toMatchObject({ state: 'fail', expected: '+815000000002' });
    expect(found?.mend?.en).toContain('(or subaccount)');
  });

  test('is not troubled by a proxy that adds a port to the host, which is not signed', async () => {
    const { failures } = await live((line) => (request, response) => {
      request.headers.host = `${request.headers.host?.split(':')[0]}:8443`;
      line(request, response);
    });
    expect(await failures()).toEqual(ofTests);
  });

  test('finds one of two numbers that was given to another service, or is gone, until it is told to forget it', async () => {
    const { world, run, checks, printed } = await live();
    const [first, second] = ['+815000000002', '+815000000003'];
    world.numbers = [...world.numbers, boughtNumber(second, 3)];
    expect(await run('setup', { names: [second], yes: true })).toBe(0);
    const move = (voiceUrl: string) => {
      world.numbers = world.numbers.map((each) => (each.number === second ? { ...each, voiceUrl } : each));
    };
    const ofNumbers = async () =>
      (await checks()).filter(({ id, state }) => id.startsWith('number-') && state === 'fail');
    expect(await ofNumbers()).toEqual([]);
    move('https://other.example.jp/voice');
    const [found, ...others] = await ofNumbers();
    expect(found).toMatchObject({ id: 'number-voice-url', found: 'https://other.example.jp/voice', isForeign: true });
    expect([found?.about.en.startsWith(second), others]).toEqual([true, []]);
    expect(found?.mend?.en).toContain(`npm run twilio -- forget ${second}`);
    // The other one can still be set without touching it.
    expect(await run('setup', { yes: true })).toBe(0);
    expect(world.numbers[1]?.voiceUrl).toBe('https://other.example.jp/voice');
    world.numbers = world.numbers.slice(0, 1);
    expect(await ofNumbers()).toMatchObject([{ id: 'number-in-account', expected: second }]);
    expect(await run('forget', { names: ['+815000000009'] })).toBe(1);
    expect(printed.join()).toContain(`The numbers that are checked: ${first}, ${second}.`);
    expect(await run('forget')).toBeNull();
    expect(await run('forget', { names: [second] })).toBe(0);
    expect(await ofNumbers()).toEqual([]);
  });

  test('finds a fallback that is not ours, but leaves it alone where no other is known', async () => {
    const { world, run, failures } = await live();
    set(world, { voiceFallbackUrl: 'https://x.example.jp/', voiceFallbackMethod: 'GET' });
    expect(await failures()).toEqual(ofTests);
    expect(await run('setup', { names: ['+815000000002'], yes: true })).toBe(0);
    expect(world.numbers[0]?.voiceFallbackUrl).toBe('https://x.example.jp/');
    const fallbackUrl = 'https://static.example.jp/fallback.xml';
    expect(await failures({ fallbackUrl })).toContain('number-voice-fallback-url');
    expect(await run('setup', { names: ['+815000000002'], yes: true }, { fallbackUrl })).toBe(0);
    expect(world.numbers[0]?.voiceFallbackUrl).toBe(fallbackUrl);
    // The method alone is refused by Twilio.
    set(world, { voiceFallbackMethod: 'POST' });
    expect(await run('setup', { names: ['+815000000002'], yes: true }, { fallbackUrl })).toBe(0);
    expect(world.numbers[0]).toMatchObject({ voiceFallbackUrl: fallbackUrl, voiceFallbackMethod: 'GET' });
  });

  test('keeps what was found, where Twilio answers some questions alone', async () => {
    const { world, checks } = await live();
    world.trouble = (request, response) => {
      if (!request.url?.includes('DialingPermissions')) return false;
      response.writeHead(503).end('{}');
      return true;
    };
    const found = (await checks()).map(({ id }) => id);
    expect(found).toEqual(expect.arrayContaining(['account-status', 'number-settings', 'twilio-api']));
  });

  test('finds languages whose sounds are missing, of all that a call can play', async () => {
    const { checks, given } = await live();
    const line = given.line && { ...given.line, hasSound: async () => false };
    const found = (await checks({ line })).filter(({ id }) => id === 'edition-sounds');
    expect(found.map(({ state }) => state)).toEqual(given.line?.edition.line.languages.map(() => 'warn'));
    expect(found.every((each) => each.found === '0' && Number(each.expected) > 30)).toBe(true);
  });

  test('finds a folder that cannot be written', async () => {
    const { checks } = await live();
    const folders = [{ setting: 'DATA_DIR', path: '/dev/null/data' }];
    const found = (await checks({ folders })).find(({ id }) => id === 'folder');
    expect(found).toMatchObject({ state: 'fail', found: 'ENOTDIR' });
    expect(found?.mend?.en).toContain('DATA_DIR');
  });

  test('finds the token of another account in the service, and says so once', async () => {
    const { failures, given } = await live();
    const { twilio } = given.config;
    if (!twilio) throw new Error('The line has no account.');
    const other = { ...given.config, twilio: { ...twilio, authTokens: ['e'.repeat(32)] } };
    expect(await failures({ config: other })).toEqual(['address-https', 'webhook', 'edition-voice']);
  });

  test.each<[string, (line: RequestListener) => RequestListener, string]>([
    [
      'redirects',
      () => (_request, response) => void response.writeHead(301, { Location: 'https://x.example.jp/' }).end(),
      'address',
    ],
    ['leads to another service', () => (_request, response) => void response.end('hello'), 'address'],
    ['drops the query', changing((url) => url.replace(/\?.*$/, '')), 'webhook-query'],
    ['decodes %2B', changing((url) => url.replaceAll('%2B', '+')), 'webhook-query'],
    ['drops the body', withoutBody, 'webhook'],
    ['changes letters of the body', mangled, 'webhook-body'],
    ['adds a prefix', changing((url) => (url.startsWith('/twilio') ? `/line${url}` : url)), 'webhook'],
    ['swallows webhooks', hangingUp, 'webhook'],
  ])('finds a proxy that %s', async (_, proxy, id) => {
    const { failures } = await start(proxy);
    expect(await failures()).toContain(id);
  });

  test('says what to run elsewhere, where a machine cannot reach its own public address', async () => {
    const { checks, given } = await live();
    // An address at which nothing listens any more.
    const gone: AsyncDisposable[] = [];
    const publicUrl = await serve(gone, () => () => {});
    await closeAll(gone);
    const config = { ...given.config, publicUrl };
    const found = (await checks({ config })).find(({ id }) => id === 'address');
    expect(found).toMatchObject({ state: 'skip', found: 'ECONNREFUSED' });
    expect(found?.mend?.en).toContain(`curl -i ${publicUrl}/healthz`);
  });

  test('finds a line that plays something else than the live edition', async () => {
    const { run, printed, given } = await live();
    const sound = async () => new Uint8Array([1, 2, 3]);
    const other = given.line && { ...given.line, sound };
    expect(await run('probe', {}, { line: other })).toBe(1);
    expect(printed.join('\n')).toContain('a proxy that changes the sounds');
    // Something was published while it called: it reads what is live again, and calls once more.
    let readings = 0;
    const readLine = async () => {
      readings += 1;
      return given.line;
    };
    expect(await run('probe', {}, { line: other, readLine })).toBe(0);
    expect(readings).toBe(1);
  });
});

describe('What is printed', () => {
  test('has neither token nor key in it, in any trouble', async () => {
    const { world, rest, run, printed, given } = await start();
    const token = account.authTokens[0];
    const seen: string[] = [];
    for (const trouble of [null, answersWith(401), answersWith(500), cutsOff, answersPage]) {
      if (trouble) trouble(world);
      for (const command of ['check', 'numbers', 'setup', 'probe']) {
        const code = await run(command, { names: command === 'setup' ? ['+815000000002'] : [] }).catch(
          (error: Error) => {
            seen.push(String(error.stack), JSON.stringify(error));
            return 1;
          },
        );
        expect(typeof code).toBe('number');
        seen.push(...printed);
      }
    }
    expect(seen.join('\n').length).toBeGreaterThan(1000);
    for (const form of [
      token,
      encodeURIComponent(token),
      Buffer.from(token).toString('base64'),
      [...Buffer.from(token)].join(','),
    ])
      expect(seen.join('\n')).not.toContain(form);
    expect(given.line?.edition.id).not.toBe('');
    expect(rest.requests.length).toBeGreaterThan(5);
  });

  test('is in the language of the terminal, and ends with 1 on a warning only if asked to', async () => {
    const { world, run, printed } = await start();
    await run('check', {}, { language: 'ja' });
    expect(printed.join('\n')).toContain('この案内につながる番号が、アカウントに一つもありません。');
    expect(await run('unknown')).toBeNull();
    world.type = 'Trial';
    await run('setup', { names: ['+815000000002'], yes: true });
    expect(await run('setup', { names: ['+815000000002'], strict: true })).toBe(0);
  });

  test('says so where the line is not connected to Twilio', async () => {
    const { run, printed, given } = await start();
    expect(await run('check', {}, { config: { ...given.config, twilio: null } })).toBe(1);
    expect(printed.join('\n')).toContain('set PUBLIC_URL, TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN');
    // What is on this machine can be checked all the same, and Twilio is not asked.
    expect(printed.join('\n')).toContain('The disk of AUDIO_CACHE_DIR');
    expect(printed.join('\n')).not.toContain('account');
    expect(await run('numbers', {}, { config: { ...given.config, twilio: null } })).toBe(1);
  });
});

function answersWith(status: number) {
  return (world: RestWorld) => {
    world.trouble = (_request, response) => {
      response
        .writeHead(status, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ code: 20000, message: 'no', status }));
    };
  };
}
function cutsOff(world: RestWorld) {
  world.trouble = (request) => void request.socket.destroy();
}
function answersPage(world: RestWorld) {
  world.trouble = (_request, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>');
}

/** A proxy that changes addresses. */
function changing(change: (url: string) => string) {
  return (line: RequestListener): RequestListener =>
    (request, response) => {
      request.url = change(request.url ?? '');
      line(request, response);
    };
}

/** A proxy that lets nothing but GET through. */
function hangingUp(line: RequestListener): RequestListener {
  return (request, response) => {
    if (request.method === 'POST') request.socket.destroy();
    else line(request, response);
  };
}

/** A proxy that sends another body. */
function rewriting(change: (body: string) => string) {
  return (line: RequestListener): RequestListener =>
    (request, response) => {
      if (request.method !== 'POST') return line(request, response);
      void text(request).then(async (body) => {
        const { Readable } = await import('node:stream');
        const changed = change(body);
        const again = Object.assign(Readable.from([changed]), {
          ...{ method: request.method, url: request.url, socket: request.socket },
          headers: { ...request.headers, 'content-length': String(Buffer.byteLength(changed)) },
        });
        line(again as unknown as IncomingMessage as never, response);
      });
    };
}
function withoutBody(line: RequestListener): RequestListener {
  return rewriting(() => '')(line);
}
function mangled(line: RequestListener): RequestListener {
  return rewriting((body) => body.replaceAll('%E8%A8%80%E4%BC%9D', 'kotozute'))(line);
}

import { afterAll, cleanUp } from '#jest';
import { runTwilioCommand } from '../../src/cli/twilio-command.ts';
import type { TwilioArguments, TwilioCommandParts } from '../../src/cli/twilio-parts.ts';
import type { Check } from '../../src/operation/check.ts';
import type { DeployedFallback } from '../../src/operation/deploy-fallback.ts';
import type { TwilioNumber } from '../../src/operation/twilio-api.ts';
import { createTwilioClient } from '../../src/operation/twilio-client.ts';
import { createFileAudioStore } from '../../src/sound/file-audio-store.ts';
import { type DoctorLine, type Front, startDoctorLine } from './doctor-line.ts';
import { account } from './twilio-account.ts';
import { boughtNumber, type RestWorld, startTwilioRest } from './twilio-rest.ts';
import { expectWellFormed } from './well-formed-checks.ts';

/** The number of the line. */
export const own = '+815000000002';

/**
 * Checks that are never `ok` in tests. The API does not show the profile of an account, and this line has no fallback
 * and no voice for production.
 */
const always = ['account-profile', 'fallback', 'edition-voice'];

/**
 * Lets the tests of a file run the commands of `npm run twilio` with a line and a Twilio account. All tests of the file
 * share one line. Each test has its own account.
 */
export function createDoctor() {
  let started: Promise<DoctorLine> | undefined;
  afterAll(async () => (await started)?.[Symbol.asyncDispose]());
  const start = async (proxied: Front = (line) => line) => {
    started ??= startDoctorLine();
    const line = await started;
    line.stand(proxied);
    return startWith(line);
  };
  return {
    start,
    /** Like `start`, but the telephone number is already set up to call the line. */
    async live(proxied?: Front) {
      const doctor = await start(proxied);
      await doctor.run('setup', { names: [own], yes: true });
      doctor.rest.requests.length = 0;
      return doctor;
    },
  };
}

async function startWith(line: DoctorLine) {
  const { publicUrl, edition } = line;
  const world: RestWorld = {
    ...{ accountSid: account.accountSid, authToken: account.authTokens[0], status: 'active', type: 'Full' },
    numbers: [boughtNumber(own, 2)],
    ...{ ordinary: true, special: false, prefixes: ['+81 (57)', '+81 (990)'] },
    ...{ trouble: null, now: () => Date.parse('2026-11-24T01:00:00Z') },
  };
  const rest = await startTwilioRest(world);
  cleanUp(() => rest[Symbol.asyncDispose]());
  const store = createFileAudioStore(line.context.config.audioCacheFolder);
  const printed: string[] = [];
  const answers: boolean[] = [];
  const deployed: DeployedFallback[] = [];
  let kept: readonly string[] = [];
  const twilio = { accountSid: world.accountSid, authTokens: [world.authToken], publicUrl, signedUrls: [publicUrl] };
  const lookedAt = {
    ...{ edition, disaster: null },
    sound: async (key: string) => store.read(key),
    hasSound: async () => true,
  };
  const given: TwilioCommandParts = {
    config: { publicUrl, twilio, twilioFallbackUrl: null, isProduction: false },
    ...{ fallbackUrl: null, deploysFallback: false },
    checkMachine: async () => [],
    differingSettings: async () => null,
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
    line: lookedAt,
    folders: [{ setting: 'AUDIO_CACHE_DIR', path: line.context.config.audioCacheFolder }],
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
    const found: readonly Check[] = JSON.parse(printed.join('\n'));
    expectWellFormed(found);
    return found;
  };
  return {
    ...{ world, rest, line, lookedAt, given, printed, answers, deployed, run, checks },
    publicUrl,
    /** What the doctor prints. */
    text: () => printed.join('\n'),
    /** The checks that are not `ok`, without those of `always`. */
    wrong: async (parts: Partial<TwilioCommandParts> = {}) =>
      (await checks(parts)).filter(({ id, state }) => state !== 'ok' && !always.includes(id)),
    /** Changes the settings of every number, as if this was done in Twilio’s console. */
    set(settings: Partial<TwilioNumber>) {
      world.numbers = world.numbers.map((each) => ({ ...each, ...settings }));
    },
  };
}
export type Doctor = Awaited<ReturnType<typeof startWith>>;

/** Makes the account answer every request with this HTTP status and this error code of Twilio. */
export function answersWith(status: number, code = 20000) {
  return ({ world }: Pick<Doctor, 'world'>) => {
    world.trouble = (_request, response) => {
      response
        .writeHead(status, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ code, message: 'no', status }));
    };
  };
}

/** Makes the account close every connection without an answer. */
export function cutsOff({ world }: Pick<Doctor, 'world'>) {
  world.trouble = (request) => void request.socket.destroy();
}

/** Makes the account answer with an HTML page instead of JSON, as a wrong server would. */
export function answersPage({ world }: Pick<Doctor, 'world'>) {
  world.trouble = (_request, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>');
}

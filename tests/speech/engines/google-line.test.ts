import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, deepTest, describe, expect, jest, test } from '#jest';
import { readConfig } from '../../../src/config.ts';
import { type Context, createContext } from '../../../src/office/context.ts';
import { everyScript } from '../../../src/office/editions/every-narration.ts';
import { prepareAudio } from '../../../src/office/editions/prepare-audio.ts';
import { decodeMuLaw, telephoneRate } from '../../../src/sound/mu-law.ts';
import { readMuLawWav } from '../../../src/sound/wav.ts';
import { activeLevel } from '../../../src/speech/active-level.ts';
import type { SpokenNarration } from '../../../src/speech/narration.ts';
import { type GoogleLoopback, loopbackVoices, startGoogleLoopback } from '../../support/google-loopback.ts';
import { createApp } from '../../support/line-and-office.ts';
import { smallFiles, writePrompts } from '../../support/small-prompts.ts';
import { account } from '../../support/twilio-account.ts';
import { post } from '../../support/twilio-call.ts';

/** Loading Google's client takes long on a machine that is busy with other tests. */
jest.setTimeout(120_000);

describe('A line that speaks with Google’s voices', () => {
  let google: GoogleLoopback;
  let folder: string;
  const contexts: Context[] = [];

  /** Opens the line as in production. Every time it uses the same folder of recordings. */
  async function open(settings: Readonly<Record<string, string>> = {}): Promise<Context> {
    const context = await createContext(
      readConfig({
        NODE_ENV: 'production',
        SPEECH_ENGINE: 'google',
        GOOGLE_TTS_ENDPOINT: google.endpoint,
        PUBLIC_URL: account.publicUrl,
        TWILIO_ACCOUNT_SID: account.accountSid,
        TWILIO_AUTH_TOKEN: account.authTokens[0],
        PROMPTS_DIR: join(folder, 'prompts'),
        AUDIO_CACHE_DIR: join(folder, 'audio'),
        DATA_DIR: join(folder, 'data'),
        LOG_LEVEL: 'silent',
        ...settings,
      }),
    );
    contexts.push(context);
    return context;
  }

  beforeAll(async () => {
    google = await startGoogleLoopback();
    folder = await mkdtemp(join(tmpdir(), 'kotozute-google-line-'));
    await writePrompts(join(folder, 'prompts'), smallFiles());
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await google[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  /** The first four narrations: the menu, and a few turns after it. */
  const openings = (context: Context): SpokenNarration[] =>
    [...everyScript(context.shelf.current)].flatMap((script) => (script ? [script.narration] : [])).slice(0, 4);

  test('plays its recordings in a signed call, as µ-law and at the telephone’s level', async () => {
    const context = await open();
    for (const narration of openings(context)) await context.narrator.ensure(narration);

    const app = createApp(context);
    const { status, text } = await post(app, '/twilio/voice');
    expect(status).toBe(200);
    const [address] = /https:[^<]*\/audio\/[0-9a-f]{64}\.wav/.exec(text) ?? [''];
    expect(text).toContain(`<Play>${address}</Play>`);
    expect(text).not.toContain('<Say');

    const path = address.slice(account.publicUrl.length);
    const sound = await request(app)
      .get(path)
      .buffer()
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect(sound.headers['content-type']).toBe('audio/wav');
    const codes = readMuLawWav(sound.body);
    expect(codes.length).toBeGreaterThan(2 * telephoneRate);
    const { level } = activeLevel({ samples: decodeMuLaw(codes), sampleRate: telephoneRate });
    expect(Math.abs(level + 22)).toBeLessThan(1);
  });

  test('has requested only voices of its account, and each sentence once', () => {
    expect(google.requests.map(({ voice }) => voice.name).filter((name) => !loopbackVoices.includes(name))).toEqual([]);
    const asked = google.requests.map((each) => JSON.stringify(each));
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('requests nothing when it starts again', async () => {
    const before = google.requests.length;
    const context = await open();
    for (const narration of openings(context)) await context.narrator.ensure(narration);
    expect([google.requests.length - before, context.studio.spokenCount]).toEqual([0, 0]);
  });

  deepTest('uses Twilio’s own voice for what Google does not speak, until Google does', async () => {
    google.answerAlways({ fails: 'PERMISSION_DENIED', details: 'not yet' });
    const context = await open({ AUDIO_CACHE_DIR: join(folder, 'empty') });
    const failures = await prepareAudio(context.shelf.current, context.narrator, () => {});
    expect(failures.length).toBeGreaterThan(5);
    for (const failure of failures)
      expect(String(failure)).toMatch(/has no sound: Google's voices failed with PERMISSION/);
    const app = createApp(context);
    expect((await post(app, '/twilio/voice')).text).toContain('<Say');
    google.answerAlways('speech');
    for (const narration of openings(context)) await context.narrator.ensure(narration);
    expect((await post(app, '/twilio/voice')).text).toContain('<Play');
  });

  test('does not start without credentials, and says which setting to mend', async () => {
    const before = { ...process.env };
    process.env.METADATA_SERVER_DETECTION = 'none';
    process.env.GOOGLE_APPLICATION_CREDENTIALS = join(folder, 'nowhere.json');
    try {
      await expect(open({ GOOGLE_TTS_ENDPOINT: '' })).rejects.toThrow(
        'These settings are wrong:\n- SPEECH_ENGINE=google: The file that GOOGLE_APPLICATION_CREDENTIALS names does not exist; ' +
          'name the key file of a service account.',
      );
    } finally {
      for (const name of ['METADATA_SERVER_DETECTION', 'GOOGLE_APPLICATION_CREDENTIALS']) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  });
});

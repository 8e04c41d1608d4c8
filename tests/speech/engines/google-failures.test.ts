import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, deepTest, describe, expect, jest, test } from '#jest';
import { SpeechError } from '../../../src/speech/engine.ts';
import { GoogleEngine } from '../../../src/speech/engines/google/google-engine.ts';
import { type SpokenSentence, toSpoken } from '../../../src/speech/narration.ts';
import { createSentenceStudio } from '../../../src/speech/sentence-studio.ts';
import { type GoogleLoopback, type LoopbackAnswer, startGoogleLoopback } from '../../support/google-loopback.ts';
import { createMemoryAudioStore } from '../../support/memory-audio-store.ts';
import { silence, speechLike } from '../../support/sounds.ts';
import { writePcmWav } from '../../support/write-pcm-wav.ts';

/** Loading Google's client takes long on a machine that is busy with other tests. */
jest.setTimeout(60_000);

/** Short values, so that the engine gives up quickly. The real values are longer. */
const retryPolicy = { attempt: 2000, total: 4000, firstDelay: 20 };
/** Milliseconds after which a sentence must have failed: the total, one more attempt, and time for a busy machine. */
const bound = retryPolicy.total + retryPolicy.attempt + 2000;

let google: GoogleLoopback;
let engine: GoogleEngine;
beforeAll(async () => {
  google = await startGoogleLoopback();
  engine = new GoogleEngine({ endpoint: google.endpoint, requestsPerMinute: 60_000, retryPolicy });
});
afterEach(() => google.answerAlways('speech'));
afterAll(async () => {
  await engine.close();
  await google[Symbol.asyncDispose]();
});

const spokenBy = (each: GoogleEngine): SpokenSentence =>
  toSpoken(each, () => 'en-US-Neural2-F', 'normal', {
    prompt: 'greeting',
    language: 'en',
    segments: [{ kind: 'text', text: 'This is the line of the prefecture.' }],
  });

/** Has a sentence spoken in the same way as the line. */
async function speak(each = engine) {
  const store = createMemoryAudioStore();
  const studio = createSentenceStudio(each, store);
  const before = google.requests.length;
  const begun = performance.now();
  const outcome = await studio.codes(spokenBy(each)).catch((error: unknown) => error);
  return {
    outcome,
    milliseconds: performance.now() - begun,
    attempts: google.requests.length - before,
    kept: (await store.keys()).length,
  };
}

const fails = (code: Extract<LoopbackAnswer, { fails: unknown }>['fails'], details: string): LoopbackAnswer => ({
  fails: code,
  details,
});
const sound = writePcmWav(speechLike(24_000, 2, 0.9));

describe('Passing failures are tried again:', () => {
  const isTriedAgain = async (_what: string, answers: LoopbackAnswer[]) => {
    google.answerNext(...answers);
    expect(await speak()).toMatchObject({
      outcome: expect.any(Uint8Array),
      attempts: answers.length + 1,
      kept: 1,
    });
  };
  test.each([
    ['being unavailable, twice', [fails('UNAVAILABLE', 'try later'), fails('UNAVAILABLE', 'try later')]],
    [
      'a full quota, twice',
      [fails('RESOURCE_EXHAUSTED', 'Quota exceeded'), fails('RESOURCE_EXHAUSTED', 'Quota exceeded')],
    ],
    ['an internal error', [fails('INTERNAL', 'oops')]],
    [
      'several failures in a row',
      [fails('INTERNAL', 'oops'), fails('UNAVAILABLE', 'try later'), fails('INTERNAL', 'oops')],
    ],
  ] satisfies [string, LoopbackAnswer[]][])('%s', isTriedAgain);
  deepTest.each([
    ['no answer in time', [{ afterMs: retryPolicy.attempt + 500 }]],
    ['no answer at all', ['never']],
  ] satisfies [string, LoopbackAnswer[]][])('%s', isTriedAgain);
});

describe('Lasting failures are reported at once in one sentence, and no sound is stored:', () => {
  test.each([
    [
      'a voice that does not exist',
      fails('INVALID_ARGUMENT', "Voice 'en-US-Neural2-F' does not exist. Is it misspelled?"),
      /INVALID_ARGUMENT \(Voice 'en-US-Neural2-F' does not exist\. Is it misspelled\?\): compare the voice in .*line\.yaml/,
    ],
    [
      'a sentence that is too long',
      fails(
        'INVALID_ARGUMENT',
        'This request contains sentences that are too long. To fix, split up long sentences with sentence ending punctuation.',
      ),
      /INVALID_ARGUMENT .*: the sentence is too long for the voice; split it into several sentences/,
    ],
    [
      'a text that is too long',
      fails('INVALID_ARGUMENT', 'Either `input.text` or `input.ssml` is longer than the limit of 5000 bytes.'),
      /INVALID_ARGUMENT .*: the sentence is too long for the voice/,
    ],
    [
      'an account without permission',
      fails('PERMISSION_DENIED', 'Cloud Text-to-Speech API has not been used in project 1 before.'),
      /PERMISSION_DENIED \(Cloud .* before\): switch on the Cloud Text-to-Speech API/,
    ],
    ['credentials that are not accepted', fails('UNAUTHENTICATED', 'expired'), /UNAUTHENTICATED.*make a new key/],
    ['an unknown failure', fails('DATA_LOSS', 'first line\nsecond line'), /DATA_LOSS \(first line\): look it up/],
    ['an answer without sound', { bytes: new Uint8Array(0) }, /answered without any sound/],
    [
      'a file that is cut off',
      { bytes: sound.subarray(0, 5000) },
      /is not a usable sound file\. The audio file is truncated/,
    ],
    [
      'another rate',
      { bytes: writePcmWav(speechLike(16_000, 2, 0.9)) },
      /16000 samples a second, but was asked for 24000/,
    ],
    ['an MP3', { bytes: Buffer.from('4944330300000000fffb90c4', 'hex') }, /not a WAV file/],
    ['samples without a header', { bytes: sound.subarray(44) }, /not a WAV file/],
    ['silence', { bytes: writePcmWav(silence(24_000, 2)) }, /answered with silence/],
    [
      'a sound much too long for the words',
      { bytes: writePcmWav(speechLike(24_000, 20, 0.9)) },
      /too long for its words/,
    ],
    [
      'a sound much too short for the words',
      { bytes: writePcmWav(speechLike(24_000, 0.2, 0.9)) },
      /too short for its words/,
    ],
  ] satisfies [string, LoopbackAnswer, RegExp][])('%s', async (_what, answer, message) => {
    google.answerNext(answer);
    const { outcome, attempts, kept } = await speak();
    expect([attempts, kept]).toEqual([1, 0]);
    expect(outcome).toBeInstanceOf(SpeechError);
    expect(String(outcome)).toMatch(message);
    expect(String(outcome)).toMatch(/^SpeechError: A sentence of "greeting" in "en" has no sound: [^\n]*[.)]$/);
    expect(await speak()).toMatchObject({ outcome: expect.any(Uint8Array), kept: 1 });
  });
});

describe('Failures that do not pass in time are given up:', () => {
  const isGivenUp = async (_what: string, answer: LoopbackAnswer, message: RegExp) => {
    google.answerAlways(answer);
    const { outcome, milliseconds, attempts, kept } = await speak();
    expect(outcome).toBeInstanceOf(SpeechError);
    expect(String(outcome)).toMatch(message);
    expect(String(outcome)).not.toMatch(/\n|Total timeout|Previous errors/);
    expect(milliseconds).toBeLessThan(bound);
    expect(attempts).toBeGreaterThan(1);
    expect(kept).toBe(0);
  };
  test.each([
    ['being unavailable', fails('UNAVAILABLE', 'try later'), /failed with UNAVAILABLE \(try later\): check whether/],
  ] satisfies [string, LoopbackAnswer, RegExp][])('%s', isGivenUp);
  deepTest.each([
    ['a full quota', fails('RESOURCE_EXHAUSTED', 'Quota exceeded'), /RESOURCE_EXHAUSTED \(Quota exceeded\): the quota/],
    ['an internal error', fails('INTERNAL', 'oops'), /INTERNAL \(oops\): the fault is at Google/],
    ['no answer', 'never', /DEADLINE_EXCEEDED .*: it took too long/],
    ['slow answers', { afterMs: retryPolicy.attempt + 500 }, /DEADLINE_EXCEEDED .*: it took too long/],
  ] satisfies [string, LoopbackAnswer, RegExp][])('%s', isGivenUp);

  deepTest('nobody at the address', async () => {
    const nobody = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => nobody.once('listening', resolve));
    const address = nobody.address();
    const endpoint = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    await new Promise((resolve) => nobody.close(resolve));
    const lonely = new GoogleEngine({ endpoint, retryPolicy });
    const { outcome, milliseconds, kept } = await speak(lonely);
    await lonely.close();
    expect(String(outcome)).toMatch(/UNAVAILABLE|DEADLINE_EXCEEDED/);
    expect(milliseconds).toBeLessThan(bound);
    expect(kept).toBe(0);
  });

  test('closing the engine while it tries again', async () => {
    google.answerAlways(fails('UNAVAILABLE', 'try later'));
    const closing = new GoogleEngine({ endpoint: google.endpoint, retryPolicy });
    const speaking = speak(closing);
    await speakingBegins();
    await closing.close();
    const { outcome, kept } = await speaking;
    expect(String(outcome)).toMatch(/Google's voices have been closed\.$/);
    expect(kept).toBe(0);
  });

  async function speakingBegins() {
    const before = google.requests.length;
    while (google.requests.length === before) await new Promise((resolve) => setTimeout(resolve, 10));
  }
});

describe('In a process of its own,', () => {
  const child = join(import.meta.dirname, 'children/google-fails.ts');
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'kotozute-google-'));
  });
  afterAll(() => rm(home, { recursive: true }));

  /** Runs the child without credentials in its environment, and without looking for them over the network. */
  async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const env = { PATH: process.env.PATH, HOME: home, METADATA_SERVER_DETECTION: 'none', ...environment };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [child, ...args], { env });
    return { ...JSON.parse(stdout), stderr };
  }

  deepTest('the engine survives every failure, and leaves no unhandled rejection', async () => {
    google.answerAlways(fails('UNAVAILABLE', 'try later'));
    const { thrown, uncaught } = await run([google.endpoint]);
    expect(thrown).toEqual(Array(3).fill(expect.stringMatching(/^SpeechError: Google's voices failed with/)));
    expect(uncaught).toEqual([]);
  });

  test.each([
    [
      'nothing',
      {},
      /no credentials for Google's voices; set GOOGLE_APPLICATION_CREDENTIALS to the path of the key file of a service account\.$/,
    ],
    ['a file that is not there', { file: 'nowhere.json' }, /GOOGLE_APPLICATION_CREDENTIALS names does not exist; name/],
    ['a file that is no JSON', { file: 'key.json', text: '{"private_key": secret' }, /contains no Google credentials/],
    [
      'a file that is something else',
      { file: 'key.json', text: '{"name": "secret"}' },
      /contains no Google credentials/,
    ],
  ])(
    'the engine survives credentials that are %s',
    async (_what, { file, text }: { file?: string; text?: string }, message) => {
      const path = join(home, file ?? '');
      if (text !== undefined) await writeFile(path, text);
      const found = await run([], file === undefined ? {} : { GOOGLE_APPLICATION_CREDENTIALS: path });
      expect(found.thrown).toEqual(Array(3).fill(expect.stringMatching(message)));
      expect(found.uncaught).toEqual([]);
      expect(JSON.stringify(found)).not.toContain('secret');
      expect(found.stderr).toBe('');
    },
  );
});

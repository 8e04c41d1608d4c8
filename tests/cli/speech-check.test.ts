import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, deepTest, describe, expect, jest, test } from '#jest';
import { type GoogleLoopback, startGoogleLoopback } from '../support/google-loopback.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';
import { silence } from '../support/sounds.ts';
import { writePcmWav } from '../support/write-pcm-wav.ts';

/** Each test starts a process that loads Google's client, on a machine that is busy with other tests. */
jest.setTimeout(120_000);

const root = join(import.meta.dirname, '../..');

let google: GoogleLoopback;
let home: string;
beforeAll(async () => {
  google = await startGoogleLoopback();
  home = await mkdtemp(join(tmpdir(), 'kotozute-speech-'));
});
afterAll(async () => {
  await google[Symbol.asyncDispose]();
  await rm(home, { recursive: true });
});

interface Ended {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `npm run speech` without a developer's settings: in a folder without `.env`, and with only PATH from the
 * environment of the tests.
 */
const run = (args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const env = {
      PATH: process.env.PATH,
      LC_ALL: 'C',
      HOME: home,
      METADATA_SERVER_DETECTION: 'none',
      PROMPTS_DIR: join(root, 'prompts'),
      ...settings,
    };
    execFile(
      process.execPath,
      [join(root, 'src/cli/speech.ts'), ...args],
      { cwd: home, env },
      (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });
const withGoogle = () => ({ SPEECH_ENGINE: 'google', GOOGLE_TTS_ENDPOINT: google.endpoint });

const tags = ['en', 'zh-Hans', 'zh-Hant', 'ko', 'es', 'pt', 'ja'];
const rowsOf = (stdout: string) =>
  stdout
    .split('\n')
    .map((line) => line.split(/ {2,}/))
    .filter(([tag, ...cells]) => tags.includes(tag ?? '') && cells.length === 7);

describe('npm run speech -- check', () => {
  deepTest('lists the voices of the account, marks the chosen ones, and measures a sentence of each', async () => {
    const { code, stdout, stderr } = await run(['check'], withGoogle());
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`google: texttospeech v1, rules 1, at ${google.endpoint} instead of Google\n`);
    expect(stdout).toContain('en: 2 voices for en-US\n    en-US-Neural2-C\n  * en-US-Neural2-F\n');
    expect(stdout).toContain('zh-Hant: 1 voice for cmn-TW\n  * cmn-TW-Wavenet-A\n');
    const rows = rowsOf(stdout);
    expect(rows.map(([tag]) => tag)).toEqual(tags);
    for (const [, voice, rate, seconds, level, peak, telephoneLevel, telephonePeak] of rows) {
      expect(voice).toMatch(/Neural2|Wavenet/);
      expect(rate).toBe('24000');
      expect(Number(seconds)).toBeGreaterThan(0.2);
      expect(Number(level)).toBeLessThan(-5);
      expect(Number(peak)).toBeLessThanOrEqual(0);
      expect(Math.abs(Number(telephoneLevel) + 22)).toBeLessThan(1);
      expect(Number(telephonePeak)).toBeLessThanOrEqual(-3);
    }
    const asked = google.requests.slice(-tags.length);
    expect(asked.map(({ voice }) => voice.languageCode)).toEqual([
      'en-US',
      'cmn-CN',
      'cmn-TW',
      'ko-KR',
      'es-US',
      'pt-BR',
      'ja-JP',
    ]);
  });

  deepTest('measures the embedded voice in the same way, without a list of voices', async () => {
    const { code, stdout, stderr } = await run(['check']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toMatch(/voices? for/);
    expect(rowsOf(stdout).map(([tag, , rate]) => `${tag} ${rate}`)).toEqual(tags.map((tag) => `${tag} 22050`));
  });

  deepTest('ends with 1 and says what is wrong in a language, after measuring the others', async () => {
    const prompts = join(home, 'prompts');
    const files = smallFiles().map(({ name, text }) => ({
      name,
      text: text.replace(' en-US-Neural2-F', ' en-US-Neural2-Z'),
    }));
    await writePrompts(prompts, files);
    const { code, stdout, stderr } = await run(['check'], { ...withGoogle(), PROMPTS_DIR: prompts });
    expect(code).toBe(1);
    expect(stderr.trimEnd().split('\n')).toEqual([
      `en: the account has no voice "en-US-Neural2-Z"; name another one in ${join(prompts, 'line.yaml')}.`,
      expect.stringMatching(/^en: Google's voices failed with INVALID_ARGUMENT \(Voice .*line\.yaml/),
    ]);
    expect(rowsOf(stdout).map(([tag]) => tag)).toEqual(['ja']);
  });

  deepTest('ends with 1 when a voice is silent', async () => {
    google.answerNext({ bytes: writePcmWav(silence(24_000, 1)) });
    const { code, stdout, stderr } = await run(['check'], withGoogle());
    expect([code, stderr]).toEqual([1, 'en: Google answered with silence.\n']);
    expect(rowsOf(stdout).map(([tag]) => tag)).toEqual(tags.slice(1));
  });

  test('ends with 1 and one sentence when there are no credentials', async () => {
    const { code, stdout, stderr } = await run(['check'], { SPEECH_ENGINE: 'google' });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^These settings are wrong:\n- SPEECH_ENGINE=google: There are no credentials for Google's voices; .*\.\n$/,
    );
  });

  test('ends with 1 when the settings are wrong', async () => {
    const { code, stderr } = await run(['check'], { SPEECH_ENGINE: 'polly' });
    expect([code, stderr]).toEqual([1, 'These settings are wrong:\n- SPEECH_ENGINE: use espeak or google.\n']);
  });

  test.each([[[]], [['chek']], [['check', 'more']]])('prints its usage and ends with 2 for %j', async (args) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^(?:There is no command "chek"\.|Name a command\.|"\w+" is one argument too many; .+)\n\nUse: npm run speech -- <command>\n {2}check /,
    );
  });
});

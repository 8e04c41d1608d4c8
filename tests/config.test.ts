import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import type { Bilingual } from '../src/common/bilingual.ts';
import { readConfig, settingNames } from '../src/config.ts';
import { ConfigError } from '../src/config-error.ts';
import { englishIn } from './support/terminal-language.ts';

const sid = `AC${'0'.repeat(32)}`;
const token = 'a'.repeat(32);
const twilio = { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token, PUBLIC_URL: 'https://line.example.jp' };

const refusalOf = (environment: Record<string, string>): Bilingual => {
  try {
    readConfig(environment);
    return { ja: '', en: '' };
  } catch (error) {
    if (error instanceof ConfigError) return error.explanation;
    throw error;
  }
};
const problemsOf = (environment: Record<string, string>): string => refusalOf(environment).en;

/** The lines of the Japanese refusal. Each must be Japanese, and about the same settings as its line in English. */
function japaneseProblemsOf(environment: Record<string, string>): string[] {
  const { ja, en } = refusalOf(environment);
  const [head, ...lines] = ja.split('\n');
  expect(head).toBe('設定に誤りがあります:');
  for (const line of lines) expect(line).toMatch(/^- [A-Z_, ]+: .*[ぁ-ん].*。$/);
  expect(lines.map(englishIn).filter((found) => found !== null)).toEqual([]);
  const settings = (text: string) => [...text.matchAll(/^- [A-Z_, ]+:/gm)].map(String);
  expect(settings(ja)).toEqual(settings(en));
  return lines;
}

describe('Settings', () => {
  test('none are needed', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      twilio: null,
      speechEngine: 'espeak',
      hasPhonePage: true,
      isProduction: false,
    });
  });

  test('an empty value counts as absent', () => {
    expect(readConfig({ PORT: '', TWILIO_AUTH_TOKEN: '' })).toEqual(readConfig({}));
  });

  test('Twilio needs its account, its token and our address; a second token is accepted during a rotation', () => {
    expect(readConfig(twilio).twilio).toEqual({
      accountSid: sid,
      authTokens: [token],
      publicUrl: 'https://line.example.jp',
      signedUrls: ['https://line.example.jp'],
    });
    const next = 'b'.repeat(32);
    expect(readConfig({ ...twilio, TWILIO_AUTH_TOKEN_NEXT: next }).twilio?.authTokens).toEqual([token, next]);
  });

  test('a slash at the end of the address does no harm', () => {
    expect(readConfig({ ...twilio, PUBLIC_URL: 'https://line.example.jp/' }).publicUrl).toBe('https://line.example.jp');
  });

  test.each([
    ['https://Line.Example.JP', 'https://line.example.jp', ['https://Line.Example.JP', 'https://line.example.jp']],
    [
      'https://line.example.jp:443/',
      'https://line.example.jp',
      ['https://line.example.jp:443', 'https://line.example.jp'],
    ],
    ['https://言伝.example', 'https://xn--9oq984l.example', ['https://言伝.example', 'https://xn--9oq984l.example']],
    [
      'https://xn--9oq984l.example',
      'https://xn--9oq984l.example',
      ['https://xn--9oq984l.example', 'https://言伝.example'],
    ],
    ['http://Line.example:8080', 'http://line.example:8080', ['http://Line.example:8080', 'http://line.example:8080']],
  ])('%s has every spelling that Twilio may sign', (PUBLIC_URL, publicUrl, signedUrls) => {
    expect(readConfig({ ...twilio, PUBLIC_URL }).twilio).toMatchObject({ publicUrl, signedUrls });
  });

  test.each([
    ['', 0],
    ['0', 0],
    ['2', 2],
    ['10.0.0.5', ['10.0.0.5']],
    ['10.0.0.5, 10.1.0.0/16,2001:db8::/32', ['10.0.0.5', '10.1.0.0/16', '2001:db8::/32']],
  ])('TRUST_PROXY=%s is read', (TRUST_PROXY, trustProxy) => {
    expect(readConfig({ TRUST_PROXY }).trustProxy).toEqual(trustProxy);
  });

  test.each([
    'true',
    '-1',
    '11',
    '1.5',
    '10.0.0',
    '10.0.0.5/0',
    '10.0.0.5/33',
    '10.0.0.5/8/8',
    'proxy.example',
    ',',
    '::1/129',
  ])('TRUST_PROXY=%s is refused with what to do', (TRUST_PROXY) => {
    expect(problemsOf({ TRUST_PROXY })).toMatch(/TRUST_PROXY: write .*prox/);
    expect(japaneseProblemsOf({ TRUST_PROXY })).toEqual([expect.stringContaining('プロキシの数')]);
  });

  test.each([
    ['PORT', { PORT: 'abc' }, /PORT: use a number from 0 to 65535\.$/],
    ['a port out of range', { PORT: '99999' }, /PORT: use a number from 0 to 65535\.$/],
    ['a port with decimals', { PORT: '80.5' }, /PORT: use a number from 0 to 65535\.$/],
    [
      'an address with a path',
      { PUBLIC_URL: 'https://line.example.jp/twilio' },
      /PUBLIC_URL: write only scheme, host name and port/,
    ],
    ['an invalid address', { PUBLIC_URL: 'line.example.jp' }, /PUBLIC_URL: write an address such as/],
    ['an underscore in the host', { PUBLIC_URL: 'https://my_line.example.jp' }, /underscore/],
    ['half an account', { TWILIO_AUTH_TOKEN: token, PUBLIC_URL: 'https://line.example.jp' }, /set both, or neither/],
    [
      'a second token without the first',
      { TWILIO_AUTH_TOKEN_NEXT: token },
      /TWILIO_AUTH_TOKEN_NEXT: it works only together with TWILIO_AUTH_TOKEN/,
    ],
    ['an account without an address', { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token }, /PUBLIC_URL: set it/],
    ['a token that is too short', { ...twilio, TWILIO_AUTH_TOKEN: 'short' }, /TWILIO_AUTH_TOKEN: copy the 32/],
    ['a setting the library would read silently', { TWILIO_REGION: 'au1' }, /TWILIO_REGION: there is no such setting/],
    ['an unknown engine', { SPEECH_ENGINE: 'polly' }, /SPEECH_ENGINE/],
    ['an office without its scheme', { OFFICE_URL: '10.0.0.5:3001' }, /OFFICE_URL: write only scheme, host and port/],
    [
      'an office without a secret',
      { OFFICE_URL: 'http://10.0.0.5:3001' },
      /OFFICE_SECRET: write at least 32 characters/,
    ],
    ['a secret that is too short', { OFFICE_SECRET: 'short' }, /OFFICE_SECRET: write at least 32 characters/],
    ...['秘'.repeat(32), `${'s'.repeat(32)}\n`, ` ${'s'.repeat(32)}`].map(
      (secret) =>
        [
          'a secret that no header can hold',
          { OFFICE_SECRET: secret },
          /OFFICE_SECRET: use only ASCII letters/,
        ] as const,
    ),
    [
      'a fallback with a password in its address',
      { TWILIO_FALLBACK_URL: 'https://clerk:secret@static.example.jp/fallback.xml' },
      /TWILIO_FALLBACK_URL: leave out the user name/,
    ],
    [
      'an invalid address, with a single advice',
      { ALERT_WEBHOOK_URL: 'hooks.example.jp/abc' },
      /ALERT_WEBHOOK_URL: write a whole address such as https:\/\/hooks\.example\.jp\/abc\.$/,
    ],
    [
      'an office with a path',
      { OFFICE_URL: 'http://10.0.0.5/console' },
      /OFFICE_URL: write only scheme, host and port/,
    ],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, /LOG_LEVEL: use/],
    ['production with the demonstration voice', { NODE_ENV: 'production' }, /SPEECH_ENGINE: use google in production/],
    ['the same with its voice named', { NODE_ENV: 'production', SPEECH_ENGINE: 'espeak' }, /voice for demonstration/],
    [
      'a replacement for Google’s server without a port',
      { GOOGLE_TTS_ENDPOINT: 'localhost' },
      /GOOGLE_TTS_ENDPOINT: write host/,
    ],
    [
      'an address in place of host and port',
      { GOOGLE_TTS_ENDPOINT: 'http://localhost:1' },
      /such as 127\.0\.0\.1:50051/,
    ],
    [
      'production over plain http',
      { NODE_ENV: 'production', PUBLIC_URL: 'HTTP://line.example.jp' },
      /https in production/,
    ],
  ])('%s is refused with what to do', (_what, environment, problem) => {
    expect(problemsOf(environment)).toMatch(problem);
    expect(japaneseProblemsOf(environment).length).toBeGreaterThan(0);
  });

  /** Settings that accept every value, because any text can name a file or a folder. */
  const anything = ['GOOGLE_APPLICATION_CREDENTIALS', 'PROMPTS_DIR', 'AUDIO_CACHE_DIR', 'DATA_DIR'];
  test.each(settingNames.filter((name) => !anything.includes(name)))('%s has an advice in both languages', (name) => {
    expect(problemsOf({ [name]: 'wrong, wrong' })).toContain(`\n- ${name}: `);
    expect(japaneseProblemsOf({ [name]: 'wrong, wrong' })[0]).toMatch(new RegExp(`^- ${name}: `));
  });

  test('problems of several settings together are reported in both languages', () => {
    const problems = japaneseProblemsOf({
      ...{ NODE_ENV: 'production', SPEECH_ENGINE: 'espeak', PUBLIC_URL: 'http://line.example.jp' },
      ...{ TWILIO_ACCOUNT_SID: sid, TWILIO_FALLBACK: 'deploy', TWILIO_FALLBACK_URL: 'https://static.example.jp/a.xml' },
      ...{ PROBE_EVERY: '5', SMTP_URL: 'smtp://mail.example.jp', OFFICE_URL: 'http://10.0.0.5:3001', TWILIO_EDGE: 'x' },
    });
    expect(problems).toHaveLength(9);
  });

  test('production speaks with Google’s voices', () => {
    const config = readConfig({ ...twilio, NODE_ENV: 'production', SPEECH_ENGINE: 'google' });
    expect(config).toMatchObject({ isProduction: true, speechEngine: 'google', googleEndpoint: null });
  });

  test('all problems are reported at once', () => {
    const problems = problemsOf({ PORT: 'x', LOG_LEVEL: 'loud', TWILIO_EDGE: 'tokyo', TWILIO_AUTH_TOKEN: 'short' });
    for (const name of ['PORT', 'LOG_LEVEL', 'TWILIO_EDGE', 'TWILIO_AUTH_TOKEN', 'PUBLIC_URL'])
      expect(problems).toContain(`- ${name}`);
  });

  test('all problems of one address are reported at once', () => {
    const problems = problemsOf({ PUBLIC_URL: 'https://my_line.example.jp/twilio' });
    expect(problems).toMatch(/write only scheme/);
    expect(problems).toMatch(/underscore/);
  });

  test('.env.example names every setting, and no other', () => {
    const example = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8');
    const named = [...example.matchAll(/^#?\s*([A-Z_]+)=/gm)].map(([, name]) => name);
    expect([...named].sort()).toEqual([...settingNames].sort());
  });
});

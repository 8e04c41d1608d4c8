import { once } from 'node:events';
import { createServer } from 'node:net';
import { deepTest, describe, expect, jest, test } from '#jest';
import type { NamedText } from '../../src/words/read-yaml.ts';
import { cachedSounds } from '../support/cached-sounds.ts';
import { fixtureFiles } from '../support/draft-fixture.ts';
import { writePrompts } from '../support/small-prompts.ts';
import { createPlace, startLine } from '../support/start-line.ts';
import { account } from '../support/twilio-account.ts';

jest.setTimeout(600_000);

/** Starts a line that cannot start. @returns the lines of its standard error */
async function refusal(files: readonly NamedText[] | null, settings: Record<string, string> = {}): Promise<string[]> {
  await using place = await createPlace();
  if (files) await writePrompts(place.prompts, files);
  await using line = startLine(place, settings);
  expect(await line.ended()).toEqual({ code: 1, signal: null });
  expect(line.printed('stdout')).toBe('');
  expect(line.printed()).not.toMatch(/^\s+at |node:|\bError:/m);
  expect(await cachedSounds(place.audio)).toEqual({ sounds: new Map(), others: [] });
  return line.printed('stderr').trimEnd().split('\n');
}

/** Matches a printed finding by its place and its advice. */
const finding = (place: string, advice: RegExp) =>
  expect.stringMatching(new RegExp(`^${place} error \\S+ [^ぁ-ん]*${advice.source}[^ぁ-ん]*$`));

describe('A line whose words cannot be published refuses to start, with file, line and what to do:', () => {
  deepTest.each([
    [
      'malformed YAML',
      ['en.yaml', '["Please wait."]', '"Please" wait."'],
      'en.yaml:14',
      /put the whole text in quotes/,
    ],
    ['an emergency number to dial', ['line.yaml', '"+81300000000"', '"110"'], 'line.yaml:39', /is an emergency number/],
    ['the same in E.164 form', ['line.yaml', '"+81300000000"', '"+81119"'], 'line.yaml:39', /is an emergency number/],
    [
      'a menu key that is used twice',
      ['line.yaml', 'key: "3"', 'key: "2"'],
      'line.yaml:21',
      /belongs to "zh-Hans" already; make it "3"/,
    ],
    [
      'a translation that says another fact',
      ['en.yaml', 'The number is {{officeNumber}}.', 'The number is written on your card.'],
      'en.yaml:30',
      /say it as often as the source does/,
    ],
  ] as const)('%s', async (_, change, place, advice) => {
    const [head, ...findings] = await refusal(fixtureFiles(change));
    expect(head).toBe('The prompts cannot be published:');
    expect(findings).toEqual([finding(place, advice)]);
  });

  deepTest('a language without its file', async () => {
    const [, ...findings] = await refusal(fixtureFiles().filter(({ name }) => name !== 'zh-Hans.yaml'));
    expect(findings).toEqual([finding('zh-Hans.yaml:1', /is missing; add it, or take its language out of line.yaml/)]);
  });

  test('several problems, all at once', async () => {
    const [, ...findings] = await refusal(
      fixtureFiles(
        ['line.yaml', '"+81300000000"', '"119"'],
        ['line.yaml', 'key: "3"', 'key: "2"'],
        ['en.yaml', 'There is more.', 'There are 3 more.'],
      ),
    );
    expect(findings).toEqual([
      finding('en.yaml:13', /"3" is in digits/),
      finding('line.yaml:21', /belongs to "zh-Hans" already/),
      finding('line.yaml:39', /is an emergency number/),
    ]);
  });

  test('no folder at all', async () => {
    const [only, ...more] = await refusal(null);
    expect(more).toEqual([]);
    expect(only).toMatch(/^There is no folder ".*prompts" with prompts; name the folder that holds line\.yaml\.$/);
  });
});

describe('A line with settings that cannot be right refuses to start and says what to do:', () => {
  const token = account.authTokens[0];
  deepTest.each([
    ['a port that is no number', { PORT: 'abc' }, [/^- PORT: use a number from 0 to 65535\.$/]],
    [
      'a token without its account',
      { TWILIO_AUTH_TOKEN: token, PUBLIC_URL: account.publicUrl },
      [/^- TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN: set both, or neither\.$/],
    ],
    [
      'a setting that the Twilio library would read by itself',
      { TWILIO_REGION: 'au1' },
      [/^- TWILIO_REGION: .*remove it\.$/],
    ],
    ['production without a voice for it', { NODE_ENV: 'production' }, [/^- SPEECH_ENGINE: use google in production/]],
    [
      'several, all at once',
      { PORT: '70000', TWILIO_REGION: 'au1', TWILIO_AUTH_TOKEN: 'short', LOG_LEVEL: 'loud' },
      [
        /^- PORT: /,
        /^- TWILIO_AUTH_TOKEN: copy/,
        /^- LOG_LEVEL: use debug/,
        /^- TWILIO_REGION: /,
        /^- TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN: /,
        /^- PUBLIC_URL: set it/,
      ],
    ],
  ])('%s', async (_, settings: Record<string, string>, problems) => {
    const [head, ...found] = await refusal(fixtureFiles(), settings);
    expect(head).toBe('These settings are wrong:');
    expect(found).toEqual(problems.map((problem) => expect.stringMatching(problem)));
    expect(found.join()).not.toContain(token);
  });

  deepTest.each([
    [
      'no credentials',
      {},
      /There are no credentials for Google's voices; set GOOGLE_APPLICATION_CREDENTIALS to the path of the key file/,
    ],
    [
      'a key file that does not exist',
      { GOOGLE_APPLICATION_CREDENTIALS: '/nowhere/key.json' },
      /names does not exist; name the key file/,
    ],
  ])('production with Google’s voices and %s', async (_, more: Record<string, string>, advice) => {
    const settings = {
      NODE_ENV: 'production',
      SPEECH_ENGINE: 'google',
      PUBLIC_URL: account.publicUrl,
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: token,
      // As on a machine outside Google's cloud whose user has never signed in to Google.
      HOME: '/nowhere',
      METADATA_SERVER_DETECTION: 'none',
      ...more,
    };
    const [head, ...found] = await refusal(fixtureFiles(), settings);
    expect(head).toBe('These settings are wrong:');
    expect(found).toEqual([expect.stringMatching(advice)]);
  });

  test('in Japanese, in a Japanese terminal', async () => {
    const settings = { LC_ALL: 'ja_JP.UTF-8', PORT: 'abc', TWILIO_REGION: 'au1' };
    expect(await refusal(fixtureFiles(), settings)).toEqual([
      '設定に誤りがあります:',
      '- PORT: 0から65535までの整数にしてください。',
      '- TWILIO_REGION: この名前の設定はありません。消してください。',
    ]);
  });

  test('a port that another program has', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    try {
      const advice = 'is in use by another program; end that program, or set PORT to another number.';
      expect(await refusal(fixtureFiles(), { PORT: port })).toEqual([`Port ${port} ${advice}`]);
    } finally {
      other.close();
    }
  });
});

import { describe, expect, test } from '#jest';
import { connectionOverrides, statusPath, voicePath } from '../../src/common/twilio-addresses.ts';
import { readTwiml, sendWebhook } from '../../src/operation/call-line.ts';
import type { TwilioNumber } from '../../src/operation/twilio-api.ts';
import { answersPage, answersWith, createDoctor, cutsOff, own } from '../support/doctor.ts';
import type { Front } from '../support/doctor-line.ts';
import { account } from '../support/twilio-account.ts';
import { boughtNumber } from '../support/twilio-rest.ts';
import { expectWellFormed } from '../support/well-formed-checks.ts';

const { start, live } = createDoctor();

/** Records the answers of the line to webhooks. */
const hearing =
  (heard: string[]): Front =>
  (line) =>
  (request, response) => {
    const { end } = response;
    if (request.url?.startsWith('/twilio/')) {
      response.end = ((...given: Parameters<typeof end>) => {
        heard.push(String(given[0] ?? ''));
        return end.apply(response, given);
      }) as typeof end;
    }
    line(request, response);
  };

describe('The check and the calls of a line that is set up', () => {
  test('find nothing wrong, in any language', async () => {
    const { wrong, run, text, line } = await live();
    expect(await wrong()).toEqual([]);
    expect(await run('probe')).toBe(0);
    expect(text().match(/^ok/gm)).toHaveLength(line.edition.line.languages.length);
  });

  test('dial nobody, spend no transfer, count as no calls, and change nothing at Twilio', async () => {
    const heard: string[] = [];
    const { wrong, run, line, world, rest, publicUrl } = await live(hearing(heard));
    const numbers = structuredClone(world.numbers);
    expect(await wrong()).toEqual([]);
    expect(await run('probe')).toBe(0);
    // The check sends three webhooks. Each call of `probe` sends three: its beginning, the language and the topic.
    expect(heard).toHaveLength(3 + 3 * line.edition.line.languages.length);
    expect(heard.filter((each) => each.includes('<Gather'))).not.toEqual([]);
    expect(heard.filter((each) => each.includes('<Dial'))).toEqual([]);
    expect([line.spent, [...line.counts]]).toEqual([[], []]);
    expect([world.calls, world.numbers]).toEqual([undefined, numbers]);
    expect(rest.requests.filter((each) => !each.startsWith('GET'))).toEqual([]);
    // The same line does dial, spend and count when a caller asks for a person.
    heard.length = 0;
    const caller = { publicUrl, accountSid: account.accountSid, authToken: account.authTokens[0] };
    let address: string | null = publicUrl + voicePath;
    const presses: readonly Readonly<Record<string, string>>[] = [{}, { Digits: '1' }, { Digits: '0' }];
    for (const keys of presses) address = readTwiml((await sendWebhook(caller, address ?? '', keys)).text).action;
    await sendWebhook(caller, publicUrl + statusPath, { CallStatus: 'completed' });
    expect(heard.filter((each) => each.includes('<Dial'))).toHaveLength(1);
    expect([line.spent.length, [...line.counts]]).toEqual([1, [['call completed', 1]]]);
  });

  test('end with 1 on a failure, and on a warning only with --strict', async () => {
    const { run, lookedAt, text, printed } = await live();
    const { edition } = lookedAt;
    const line = { ...lookedAt, edition: { ...edition, file: { ...edition.file, isDemonstration: false } } };
    expect(await run('check', { json: true }, { line })).toBe(0);
    const states = JSON.parse(text()).map(({ state }: { state: string }) => state);
    expect([states.includes('warn'), states.includes('fail')]).toEqual([true, false]);
    expect(await run('check', { strict: true }, { line })).toBe(1);
    expect(printed.at(-1)).toMatch(/, 1 warnings, 0 failures, 1 skipped$/);
    for (const strict of [false, true]) expect(await run('check', { strict })).toBe(1);
    for (const strict of [false, true]) expect(await run('probe', { strict })).toBe(0);
    // For `setup`, warnings of other checks do not count.
    expect(await run('setup', { names: [own], strict: true })).toBe(0);
  });

  test('say so if the line is not connected to Twilio, and still check this machine', async () => {
    const { run, text, given, checks, rest } = await start();
    const config = { ...given.config, twilio: null };
    expect(await run('check', {}, { config })).toBe(1);
    expect(text()).toContain('set PUBLIC_URL, TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN');
    expect(text()).toContain('The disk of AUDIO_CACHE_DIR');
    expect(text()).not.toContain('account');
    expect((await checks({ config })).map(({ id }) => id)).toContain('not-connected');
    expect(await run('numbers', {}, { config })).toBe(1);
    expect(rest.requests).toEqual([]);
  });

  test('find a folder that cannot be written', async () => {
    const { wrong } = await live();
    const folders = [{ setting: 'DATA_DIR', path: '/dev/null/data' }];
    expect(await wrong({ folders })).toMatchObject([
      {
        ...{ id: 'folder', state: 'fail', found: 'ENOTDIR', about: { en: 'The folder of DATA_DIR' } },
        mend: { en: 'Make sure that the user account of the service can read and write the folder of DATA_DIR.' },
      },
    ]);
  });
});

test('The numbers of an account are listed with where they lead, in both languages', async () => {
  const { world, run, printed, publicUrl } = await start();
  const sid = `AP${'1'.repeat(32)}`;
  const settings: readonly Partial<TwilioNumber>[] = [
    { voiceUrl: `${publicUrl}/twilio/voice${connectionOverrides}` },
    { voiceUrl: 'https://other.example.jp/answer' },
    {},
    { voiceUrl: '' },
    { voiceApplicationSid: sid },
    { hasVoice: false },
  ];
  world.numbers = settings.map((each, index) => ({ ...boughtNumber(`+81500000000${index + 2}`, index + 2), ...each }));
  const listed = (elsewhere: string, noVoice: string) => [
    `+815000000002  ${publicUrl}/twilio/voice${connectionOverrides}`,
    `+815000000003  https://other.example.jp/answer  ${elsewhere}`,
    '+815000000004  https://demo.twilio.com/welcome/voice/',
    '+815000000005  –',
    `+815000000006  ${sid}  ${elsewhere}`,
    `+815000000007  ${noVoice}`,
  ];
  expect(await run('numbers')).toBe(0);
  expect(printed).toEqual([listed('(another service)', 'no voice').join('\n')]);
  expect(await run('numbers', {}, { language: 'ja' })).toBe(0);
  expect(printed).toEqual([listed('(ほかのサービス)', '電話を受けられません').join('\n')]);
  world.numbers = [];
  expect(await run('numbers')).toBe(0);
  expect(printed).toEqual(['The account has no numbers.']);
});

describe('What is printed', () => {
  test('never contains the token, whatever goes wrong', async () => {
    const doctor = await start();
    const { rest, run, printed, given } = doctor;
    const token = account.authTokens[0];
    const seen: string[] = [];
    for (const trouble of [null, answersWith(401), answersWith(500), cutsOff, answersPage]) {
      trouble?.(doctor);
      for (const command of ['check', 'numbers', 'setup', 'probe']) {
        const code = await run(command, { names: command === 'setup' ? [own] : [] }).catch((error: Error) => {
          seen.push(String(error.stack), JSON.stringify(error));
          return 1;
        });
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

  test('is in the language of the terminal, or JSON for programs', async () => {
    const { run, text } = await start();
    await run('check', {}, { language: 'ja' });
    expect(text()).toContain('この案内につながる番号が、アカウントに一つもありません。');
    expect(text()).toMatch(/^FAIL {2}.+\n(?: {8}正しい値: .+\n)?(?: {8}今の値: .+\n)? {8}直し方: /m);
    await expect(run('unknown')).rejects.toThrow('There is no command "unknown".');
    await run('probe', { json: true }, { line: null });
    expectWellFormed(JSON.parse(text()));
    expect(text()).toContain('"id": "refused"');
  });
});

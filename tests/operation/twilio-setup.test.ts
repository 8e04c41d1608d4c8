import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import { MisuseError } from '../../src/cli/wrong-options.ts';
import { connectionOverrides } from '../../src/common/twilio-addresses.ts';
import { createNoteFile } from '../../src/office/files/note-file.ts';
import { keptNumbers, withNumbers } from '../../src/operation/kept-numbers.ts';
import { createDoctor, type Doctor, own } from '../support/doctor.ts';
import { scratchFolder } from '../support/scratch-database.ts';
import { boughtNumber } from '../support/twilio-rest.ts';
import { expectWellFormed } from '../support/well-formed-checks.ts';

const { start, live } = createDoctor();
const named = { names: [own] };
const second = '+815000000003';
const changesIn = ({ rest }: Doctor) => rest.requests.filter((each) => each.startsWith('POST'));

describe('Setting up', () => {
  test('shows what it would change, asks, changes it, checks it, and changes nothing the second time', async () => {
    const doctor = await start();
    const { world, run, text, printed, answers, publicUrl } = doctor;
    expect(await run('setup', named)).toBe(1);
    expect(text()).toContain('Nothing was changed.');
    expect(changesIn(doctor)).toEqual([]);
    answers.push(true);
    expect(await run('setup', named)).toBe(0);
    expect(text()).toContain('https://demo.twilio.com/welcome/voice/');
    expect(text()).toContain(`All settings of the number are right.: ${own}`);
    expect(printed.at(-1)).toContain(`webhook ${publicUrl}/twilio/alerts, HTTP POST`);
    expect(world.numbers[0]).toMatchObject({
      voiceUrl: `${publicUrl}/twilio/voice${connectionOverrides}`,
      statusCallback: `${publicUrl}/twilio/status`,
    });
    expect(changesIn(doctor).map((each) => each.split(' ').at(-1))).toEqual(['StatusCallback,VoiceUrl']);
    expect(await run('setup', named)).toBe(0);
    expect(text()).toContain('There is nothing to change.');
    expect(changesIn(doctor)).toHaveLength(1);
  });

  test('ends by printing every setting of every number at Twilio, both the first and the second time', async () => {
    const { world, run, printed, publicUrl } = await start();
    world.numbers = [...world.numbers, boughtNumber(second, 3)];
    const fallbackUrl = 'https://static.example.jp/fallback.xml';
    const settings = (none: string) => [
      `  voiceApplicationSid: ${none}`,
      `  trunkSid: ${none}`,
      `  voiceUrl: ${publicUrl}/twilio/voice${connectionOverrides}`,
      '  voiceMethod: POST',
      `  voiceFallbackUrl: ${fallbackUrl}`,
      '  voiceFallbackMethod: GET',
      `  statusCallback: ${publicUrl}/twilio/status`,
      '  statusCallbackMethod: POST',
    ];
    const all = (none: string) => [own, ...settings(none), second, ...settings(none)].join('\n');
    const both = { names: [own, second], yes: true };
    for (const beginning of ['+815000000002\n  voiceUrl\n', 'There is nothing to change.']) {
      expect(await run('setup', both, { fallbackUrl })).toBe(0);
      expect(printed[0]).toContain(beginning);
      expect(printed.at(-2)).toBe(`The settings of the numbers at Twilio now:\n${all('(none)')}`);
    }
    expect(await run('setup', both, { fallbackUrl, language: 'ja' })).toBe(0);
    expect(printed[0]).toBe('変えるところはありません。');
    expect(printed.at(-2)).toBe(`今、Twilioにある番号の設定:\n${all('(なし)')}`);
    // With --json, only the checks are printed.
    expect(await run('setup', { ...both, json: true }, { fallbackUrl })).toBe(0);
    expectWellFormed(JSON.parse(printed.join('\n')));
    // A fallback that was set by hand is shown as it is, if the line has no fallback of its own.
    world.numbers = world.numbers.map((each) => ({ ...each, voiceFallbackUrl: 'https://x.example.jp/' }));
    expect(await run('setup', named)).toBe(0);
    expect(printed.at(-2)).toContain('  voiceFallbackUrl: https://x.example.jp/\n');
    expect(printed.at(-2)).not.toContain(second);
  });

  test('sets the fallback with GET, and removes applications and trunks', async () => {
    const { world, run, set } = await start();
    set({ voiceApplicationSid: `AP${'1'.repeat(32)}`, trunkSid: `TK${'1'.repeat(32)}` });
    const fallbackUrl = 'https://static.example.jp/fallback.xml';
    expect(await run('setup', { ...named, yes: true }, { fallbackUrl })).toBe(0);
    expect(world.numbers[0]).toMatchObject({
      ...{ voiceApplicationSid: '', trunkSid: '' },
      ...{ voiceFallbackUrl: fallbackUrl, voiceFallbackMethod: 'GET' },
    });
  });

  test('sets a number of one language to the fallback of that language, unless the document has another name', async () => {
    const { world, run, lookedAt, wrong } = await start();
    const { edition } = lookedAt;
    const [first, ...others] = edition.file.languages;
    if (!first) throw new Error('There is no language.');
    const languages = [{ ...first, ownNumbers: [own] }, ...others];
    const line = { ...lookedAt, edition: { ...edition, file: { ...edition.file, languages } } };
    for (const [address, expected] of [
      ['https://static.example.jp/line/fallback.xml', `https://static.example.jp/line/fallback-${first.tag}.xml`],
      ['https://static.example.jp/bin/EH1', 'https://static.example.jp/bin/EH1'],
    ] as const) {
      const parts = { line, fallbackUrl: address };
      expect(await run('setup', { yes: true }, parts)).toBe(0);
      expect(world.numbers[0]?.voiceFallbackUrl).toBe(expected);
      expect((await wrong(parts)).filter(({ id }) => id.startsWith('number'))).toEqual([]);
    }
  });

  test('moves no number to an address that the running service does not have', async () => {
    const { run, rest, text } = await start();
    const differingSettings = async () => ['PUBLIC_URL', 'LOG_LEVEL'];
    expect(await run('setup', { ...named, yes: true }, { differingSettings })).toBe(1);
    expect(text()).toMatch(/The running service has other settings: PUBLIC_URL\. /);
    expect(rest.requests).toEqual([]);
  });

  test('changes no number that leads elsewhere, unless it is named, and none that does not exist', async () => {
    const doctor = await start();
    const { run, text, lookedAt, set } = doctor;
    set({ voiceUrl: 'https://other.example.jp/answer' });
    const leaflet = { number: '050-0000-0002', titles: [], addresses: [], contacts: [] };
    const { edition } = lookedAt;
    const owned = { line: { ...lookedAt, edition: { ...edition, file: { ...edition.file, leaflet } } } };
    expect(await run('setup', { yes: true }, owned)).toBe(1);
    expect(text()).toContain(`lead to another service: ${own}`);
    expect(await run('setup', { names: ['+815000000009'], yes: true })).toBe(1);
    expect(text()).toContain('Not in this account: +815000000009');
    expect(await run('setup', { yes: true })).toBe(1);
    expect(text()).toContain('The line has no number yet');
    set({ hasVoice: false });
    expect(await run('setup', { ...named, yes: true })).toBe(1);
    expect(text()).toContain(`These numbers cannot be called: ${own}.`);
    expect(changesIn(doctor)).toEqual([]);
  });

  test('leaves a foreign fallback unchanged if the line has no fallback of its own', async () => {
    const { world, run, wrong, set } = await live();
    set({ voiceFallbackUrl: 'https://x.example.jp/', voiceFallbackMethod: 'GET' });
    expect(await wrong()).toEqual([]);
    expect(await run('setup', { ...named, yes: true })).toBe(0);
    expect(world.numbers[0]?.voiceFallbackUrl).toBe('https://x.example.jp/');
    const fallbackUrl = 'https://static.example.jp/fallback.xml';
    expect((await wrong({ fallbackUrl })).map(({ id }) => id)).toContain('number-voice-fallback-url');
    expect(await run('setup', { ...named, yes: true }, { fallbackUrl })).toBe(0);
    expect(world.numbers[0]?.voiceFallbackUrl).toBe(fallbackUrl);
    // Only the method is wrong. Twilio refuses a method without an address, so both are sent.
    set({ voiceFallbackMethod: 'POST' });
    expect(await run('setup', { ...named, yes: true }, { fallbackUrl })).toBe(0);
    expect(world.numbers[0]).toMatchObject({ voiceFallbackUrl: fallbackUrl, voiceFallbackMethod: 'GET' });
  });
});

describe('The numbers of the line', () => {
  const ofNumbers = async ({ wrong }: Doctor) => (await wrong()).filter(({ id }) => id.startsWith('number-'));

  test('are reported if they are not in the account, for example because a subaccount bought them', async () => {
    const { wrong, lookedAt, world } = await live();
    const { edition } = lookedAt;
    const leaflet = { number: '050-0000-0002', titles: [], addresses: [], contacts: [] };
    const line = { ...lookedAt, edition: { ...edition, file: { ...edition.file, leaflet } } };
    world.numbers = [];
    const [found, ...others] = await wrong({ line });
    expect([found, others]).toMatchObject([{ id: 'number-in-account', state: 'fail', expected: own }, []]);
    expect(found?.mend?.en).toContain('(or subaccount)');
  });

  test('are reported if one of them leads to another service or is gone, until `forget` names it', async () => {
    const doctor = await live();
    const { world, run, text } = doctor;
    world.numbers = [...world.numbers, boughtNumber(second, 3)];
    expect(await run('setup', { names: [second], yes: true })).toBe(0);
    const move = (voiceUrl: string) => {
      world.numbers = world.numbers.map((each) => (each.number === second ? { ...each, voiceUrl } : each));
    };
    expect(await ofNumbers(doctor)).toEqual([]);
    move('https://other.example.jp/voice');
    const [found, ...others] = await ofNumbers(doctor);
    expect(found).toMatchObject({ id: 'number-voice-url', found: 'https://other.example.jp/voice', isForeign: true });
    expect([found?.about.en.startsWith(second), others]).toEqual([true, []]);
    expect(found?.mend?.en).toContain(`npm run twilio -- forget ${second}`);
    // A recorded number that leads nowhere is set again, although the edition does not name it.
    move('');
    expect(await run('setup', { yes: true })).toBe(0);
    expect(world.numbers[1]?.voiceUrl).toContain('/twilio/voice');
    move('https://other.example.jp/voice');
    // The first number can still be set without changing the second one.
    expect(await run('setup', { yes: true })).toBe(0);
    expect(world.numbers[1]?.voiceUrl).toBe('https://other.example.jp/voice');
    expect(text()).toContain(`now lead to another service: ${second}. They were not changed. To bring them back, run`);
    world.numbers = world.numbers.slice(0, 1);
    expect(await ofNumbers(doctor)).toMatchObject([{ id: 'number-in-account', expected: second }]);
    expect(await run('forget', { names: ['+815000000009'] })).toBe(1);
    expect(text()).toContain(`The numbers that are checked: ${own}, ${second}.`);
    await expect(run('forget')).rejects.toThrow(MisuseError);
    expect(await run('forget', { names: [second] })).toBe(0);
    expect(await ofNumbers(doctor)).toEqual([]);
  });

  test('are not recorded anew if their record cannot be read', async () => {
    const { run, checks, given, text } = await live();
    const folder = await scratchFolder();
    const note = createNoteFile(folder, 'numbers.json', keptNumbers);
    expect(await note.readIntact()).toBeNull();
    const before = given.kept;
    for (const damaged of ['["+8150', `["${second}", 7]`, '']) {
      await note.write([second]);
      expect(await note.readIntact()).toEqual([second]);
      await writeFile(join(folder, 'numbers.json'), damaged);
      await expect(note.readIntact()).rejects.toThrow();
      expect(await note.read()).toBeNull();
    }
    const [unread] = (await checks({ kept: null })).filter(({ id }) => id === 'kept-numbers');
    expect(unread).toMatchObject({ state: 'warn', mend: { en: expect.stringContaining('delete numbers.json') } });
    expect(await run('setup', named, { kept: null })).toBe(0);
    expect(text()).toContain('WARN  The record of the numbers');
    expect(await run('forget', named, { kept: null })).toBe(1);
    expect(given.kept).toBe(before);
    expect((await checks()).map(({ id }) => id)).not.toContain('kept-numbers');
  });

  test('are recorded only up to the number that can be read again', () => {
    const many = Array.from({ length: 1200 }, (_, index) => `+8150${10_000_000 + index}`);
    const kept = withNumbers([own, second], many) ?? [];
    expect(keptNumbers.parse(kept)).toEqual([own, second, ...many.slice(0, 998)]);
    expect(withNumbers(kept, many)).toBeNull();
    expect(withNumbers([], ['*69', own])).toEqual([own]);
  });
});

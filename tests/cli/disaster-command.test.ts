import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import { disasterChoices } from '../../src/cli/disaster-choices.ts';
import { readCommand, runDisasterCommand } from '../../src/cli/disaster-command.ts';
import { helpFor, problems } from '../../src/cli/disaster-texts.ts';
import { ExplainedError } from '../../src/common/explained-error.ts';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import type { DisasterDesk, DisasterResult } from '../../src/office/disaster/disaster-desk.ts';
import { type DisasterState, nothingOn } from '../../src/office/disaster/disaster-state.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { bundledEdition } from '../support/bundled.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { scratchFolder } from '../support/scratch-database.ts';
import { englishIn } from '../support/terminal-language.ts';

const { line } = fixtureDraft();
const isFull = new ExplainedError({ ja: 'ディスクがいっぱいです。', en: 'The disk is full.' });
const notice = {
  ...{ kind: 'heavy-rain', places: ['aso'], actions: ['evacuate'], languages: ['en', 'ja'] },
  ...{ at: Date.parse('2026-11-24T00:30:00Z'), since: Date.parse('2026-11-24T00:30:00Z'), until: null },
};
const on = { ...nothingOn, on: notice } as unknown as DisasterState;
const saved = (failures: readonly unknown[], isSaved = true, isOnlyInMemory = false): DisasterResult => ({
  kind: 'done',
  state: on,
  saved: { isSaved, isOnlyInMemory, state: on, failures },
});

/** Runs the command with one result for all acts. @returns what it prints, in both languages, and its exit code */
async function say(
  typed: string,
  result: DisasterResult = { kind: 'not-on', saved: null },
  { state = nothingOn as DisasterState, unread = [] as readonly unknown[], known = true, runs = true } = {},
) {
  const act = async () => result;
  const desk: DisasterDesk = { switchOn: act, switchOff: act, renew: act };
  const lookedUp = async () => {};
  const tools = {
    ...{ desk, state: () => state, lookedUp, unread, line: known ? line : null },
    ...{ isRunning: async () => runs, dataFolder: 'data' },
  };
  const [kind] = /(?<=--kind )\S+/.exec(typed) ?? [];
  const command = readCommand({
    positionals: typed
      .replace(/--kind .*/, '')
      .split(' ')
      .filter(Boolean),
    kind,
  });
  const { lines, code } =
    'wrong' in command
      ? { lines: [...command.wrong, helpFor(tools.line)], code: 2 }
      : await runDisasterCommand(command, tools);
  const text = (language: 'ja' | 'en') => lines.map((each) => each[language]).join('\n');
  return { ja: text('ja'), en: text('en'), code };
}

describe('npm run disaster', () => {
  test.each([
    ['status', undefined, {}, 0, '災害のお知らせは、流れていません。\n訓練のお知らせは、流れていません。'],
    ['status', undefined, { unread: [isFull] }, 1, '読めないものがあります: ディスクがいっぱいです。'],
    [
      'status',
      undefined,
      { state: on },
      0,
      '災害のお知らせが流れています(2026-11-24T09:30から、終わりにするまで): heavy-rain、aso、evacuate\n承認されている言語: en、ja。',
    ],
    [
      'status',
      undefined,
      { state: { ...on, on: { ...notice, languages: [] } } as unknown as DisasterState },
      0,
      'すべての文が承認されている言語がないので、「とても危ない」ということと緊急の番号だけが流れています。',
    ],
    ['off', undefined, {}, 1, '流れているお知らせはありません。'],
    ['off', undefined, { unread: [isFull] }, 1, '読めた範囲では、流れているお知らせはありません。'],
    ['renew', { kind: 'not-allowed' }, {}, 1, 'ここでは、この操作はできません。'],
    ['on --kind heavy-rain', saved([]), { state: on }, 0, '動いているサービスには、1秒以内に伝わります。'],
    [
      'on --kind heavy-rain',
      saved([isFull]),
      { state: on },
      0,
      '保存できないところがあります: ディスクがいっぱいです。',
    ],
    [
      'on --kind heavy-rain',
      saved([isFull], true, true),
      { state: on },
      0,
      'お知らせの操作は有効です。ただし、動いているサービスのメモリーにしかありません。',
    ],
    [
      'on --kind heavy-rain',
      saved([isFull, isFull], false),
      { state: on },
      1,
      'どこにも保存できないので、何も変えませんでした。',
    ],
    ['frob', undefined, {}, 2, '「frob」というコマンドはありません。\n使い方: npm run disaster -- <コマンド>'],
    ['off now', undefined, {}, 2, '「now」が余分です。'],
    ['on', undefined, {}, 2, '--kind は、下の種類から一つ選んでください。'],
    ['off --kind heavy-rain', undefined, {}, 2, '--kind は、on だけで使えます。'],
    ['', undefined, { known: false }, 2, 'この電話案内の種類、場所、してほしいことは、今は読めません。'],
  ] as const)('%s says in Japanese what it says in English', async (typed, result, tools, code, japanese) => {
    const said = await say(typed, result as DisasterResult | undefined, tools);
    expect(said).toMatchObject({ code, ja: expect.stringContaining(japanese) });
    expect(englishIn(said.ja)).toBeNull();
    expect(englishIn(said.en)).not.toBeNull();
    expect(said.en).not.toMatch(/[ぁ-ん]/);
  });

  test.each(['on --kind flood', 'status'])(
    '%s says that callers may not hear the notice if no running service is found',
    async (typed) => {
      const said = await say(typed, saved([]), { state: on, runs: false });
      expect(said.en).toContain('No service was found that runs on DATA_DIR "data"');
      expect(said.ja).toContain('DATA_DIR「data」で動いているサービスが見つかりません');
      expect(said.en).not.toContain('A running service follows within a second.');
      expect((await say(typed, saved([]), { state: on })).en).not.toContain('No service was found');
    },
  );

  test('says everything that is wrong with a notice in both languages, and then prints the help', async () => {
    const why = Object.keys(problems) as (keyof typeof problems)[];
    const { ja, en, code } = await say('on --kind x', { kind: 'not-right', why });
    expect(code).toBe(2);
    expect(ja.split('\n').slice(0, why.length)).toEqual(why.map((each) => problems[each].ja));
    expect(en.split('\n')[why.length]).toBe('Use: npm run disaster -- <command>');
    expect(englishIn(ja)).toBeNull();
  });

  test('lists in its help what callers can hear now, from the files of the line and the prompts folder', async () => {
    const [dataFolder, folder] = [await scratchFolder(), await scratchFolder()];
    const places = { dataFolder, promptsFolder: join(folder, 'none') };
    expect(await disasterChoices(places)).toBeNull();
    const file = toEditionFile(bundledEdition());
    const live = {
      ...file,
      line: { ...file.line, disaster: { kinds: ['volcano', 'flood'], places: ['aso'], actions: [] } },
    };
    const editions = createEditionFolder(dataFolder);
    await editions.write(live);
    await editions.writePointer({ number: 1, edition: live.hash });
    expect(helpFor(await disasterChoices(places)).en).toMatch(/\nkinds \(--kind\):\n {2}volcano\n {2}flood\nplaces/);
    const named = { dataFolder, promptsFolder: join(import.meta.dirname, '../../prompts') };
    expect(helpFor(await disasterChoices(named)).en).toMatch(
      /\n {2}volcano\n {2}flood Flood .*\nplaces \(--place\):\n {2}aso Aso region\n/,
    );
    // The folder has disaster texts, but the edition that callers hear was published before they were written.
    await editions.write({ ...file, line: { ...file.line, disaster: undefined } });
    expect(helpFor(await disasterChoices(named)).en).toContain('is not in line.yaml, or has not been published.');
    expect(await readdir(dataFolder)).toEqual(['editions']);
  });
});

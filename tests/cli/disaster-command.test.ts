import { describe, expect, test } from '#jest';
import { runDisasterCommand } from '../../src/cli/disaster-command.ts';
import { problems } from '../../src/cli/disaster-texts.ts';
import { ExplainedError } from '../../src/common/explained-error.ts';
import type { DisasterDesk, DisasterResult } from '../../src/office/disaster/disaster-desk.ts';
import { type DisasterState, nothingOn } from '../../src/office/disaster/disaster-state.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { englishIn } from '../support/terminal-language.ts';

const { line } = fixtureDraft();
const isFull = new ExplainedError({ ja: 'ディスクがいっぱいです。', en: 'The disk is full.' });
const notice = {
  ...{ kind: 'heavy-rain', places: ['aso'], actions: ['evacuate'], languages: ['en', 'ja'] },
  ...{ at: Date.parse('2026-11-24T00:30:00Z'), since: Date.parse('2026-11-24T00:30:00Z'), until: null },
};
const on = { ...nothingOn, on: notice } as unknown as DisasterState;
const saved = (failures: readonly unknown[], isSaved = true): DisasterResult => ({
  kind: 'done',
  state: on,
  saved: { isSaved, state: on, failures },
});

/** What the command says, in both languages, when every act has one result. */
async function say(
  typed: string,
  result: DisasterResult = { kind: 'not-on' },
  { state = nothingOn as DisasterState, unread = [] as readonly unknown[], known = true } = {},
) {
  const act = async () => result;
  const desk: DisasterDesk = { switchOn: act, switchOff: act, renew: act };
  const tools = { desk, state: () => state, unread, line: known ? line : null };
  const { lines, code } = await runDisasterCommand({ positionals: typed.split(' ').filter(Boolean) }, tools);
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
      '災害のお知らせが流れています(2026-11-24T09:30から、終わりにするまで): heavy-rain, aso, evacuate\n承認されている言語: en、ja。',
    ],
    [
      'status',
      undefined,
      { state: { ...on, on: { ...notice, languages: [] } } as unknown as DisasterState },
      0,
      '承認された文がないので、「とても危ない」ということと緊急の番号だけが流れています。',
    ],
    ['off', undefined, {}, 1, '流れているお知らせはありません。'],
    ['off', undefined, { unread: [isFull] }, 1, '読めた範囲では、流れているお知らせはありません。'],
    ['renew', { kind: 'not-allowed' }, {}, 1, 'ここでは、この操作はできません。'],
    ['on', saved([]), { state: on }, 0, '動いているサービスには、1秒以内に伝わります。'],
    ['on', saved([isFull]), { state: on }, 0, '保存できないところがあります: ディスクがいっぱいです。'],
    ['on', saved([isFull, isFull], false), { state: on }, 1, 'どこにも保存できないので、何も変えませんでした。'],
    ['frob', undefined, {}, 2, '「frob」というコマンドはありません。\n使い方: npm run disaster -- <コマンド>'],
    ['off now', undefined, {}, 2, '「now」が余分です。'],
    ['', undefined, { known: false }, 2, 'この電話案内の種類、場所、してほしいことは、今は読めません。'],
  ] as const)('%s says in Japanese what it says in English', async (typed, result, tools, code, japanese) => {
    const said = await say(typed, result as DisasterResult | undefined, tools);
    expect(said).toMatchObject({ code, ja: expect.stringContaining(japanese) });
    expect(englishIn(said.ja)).toBeNull();
    expect(englishIn(said.en)).not.toBeNull();
    expect(said.en).not.toMatch(/[ぁ-ん]/);
  });

  test('says everything that is wrong with a notice in both languages, before the help', async () => {
    const why = Object.keys(problems) as (keyof typeof problems)[];
    const { ja, en, code } = await say('on', { kind: 'not-right', why });
    expect(code).toBe(2);
    expect(ja.split('\n').slice(0, why.length)).toEqual(why.map((each) => problems[each].ja));
    expect(en.split('\n')[why.length]).toBe('Use: npm run disaster -- <command>');
    expect(englishIn(ja)).toBeNull();
  });
});

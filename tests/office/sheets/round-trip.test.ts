import { describe, expect, jest, test } from '#jest';
import { cellTexts, typeInto } from '../../support/edit-workbook.ts';
import { openSheetOffice, rowOf, told } from '../../support/sheet-office.ts';
import { tanaka } from '../../support/small-office.ts';

/** A long timeout, for a machine that is busy with other tests. */
jest.setTimeout(60_000);

describe('A sheet that comes back unchanged', () => {
  test('changes nothing, as a workbook and as CSV, and leaves no trace', async () => {
    const office = await openSheetOffice();
    await office.save('en', 'greeting', 'Hello.');
    const before = [await office.desk.read(), await office.acts()];
    const languages = ['en', 'zh-Hans', 'ja'];
    const files = [await office.workbook(...languages), ...(await Promise.all(languages.map(office.csv)))];
    for (const file of files) {
      const compared = await office.compare(file);
      expect(compared).toMatchObject({ changes: [], problems: [], warnings: [], comments: [] });
      expect(compared.unchanged).toBeGreaterThan(20);
      expect(await office.desk.importTexts(tanaka, compared.changes)).toEqual({ kind: 'unchanged' });
    }
    const after = [await office.desk.read(), await office.acts()];
    expect(JSON.stringify(after)).toBe(JSON.stringify(before));
  });

  test('leaves the prompts folder as the draft, as long as nothing is imported', async () => {
    const office = await openSheetOffice();
    const { changes } = await office.compare(await office.workbook());
    await office.desk.importTexts(tanaka, changes);
    expect((await office.desk.read()).isKept).toBe(false);
    expect(await office.acts()).toEqual([]);
  });
});

describe('A sheet', () => {
  test('shows source, readings, English, facts with an example, seconds and state beside the translation', async () => {
    const office = await openSheetOffice();
    await office.save(
      'ja',
      'days.which',
      '{{firstDay}}から {変|か}わります。',
      'ごみは {夜|よる} {出|だ}して ください。',
    );
    const bytes = await office.workbook('zh-Hans');
    const cells = cellTexts(bytes, 'zh-Hans');
    const row = rowOf(bytes, 'zh-Hans', 'days.which');
    const at = (column: string) => cells.get(`${column}${row}`);
    expect(at('B')).toBe('項目1の説明 / Explanation of topic 1');
    expect(at('C')).toBe('{{firstDay}}から 変(か)わります。\nごみは 夜(よる) 出(だ)して ください。');
    expect(at('D')).toBe('This changes on {{firstDay}}.\nPut your waste out in the morning.');
    expect(at('E')).toBe('从{{firstDay}}起有变化。\n请在早上把垃圾拿出来。');
    expect(at('F')).toBe('{{firstDay}} = 2026年4月1日');
    expect(Number(at('G'))).toBeGreaterThan(3);
    expect(at('H')).toBe('要見直し / Needs review');
    expect(at('I')).toBe('');
    expect(at('J')).toBe('{{firstDay}}から {変|か}わります。\nごみは {夜|よる} {出|だ}して ください。');
  });

  test('shows which digit a key is in that language', async () => {
    const office = await openSheetOffice();
    const bytes = await office.workbook();
    const cell = (sheet: string) => cellTexts(bytes, sheet).get(`F${rowOf(bytes, sheet, 'language-item')}`);
    expect([cell('en'), cell('zh-Hans')]).toEqual(['{{key}} = 1', '{{key}} = 2']);
  });

  test('has a row for a missing text, and none for a text that nobody can hear', async () => {
    const office = await openSheetOffice();
    await office.save('en', 'goodbye');
    await office.save('en', 'old.words', 'Nobody hears this.');
    const bytes = await office.workbook('en');
    const row = rowOf(bytes, 'en', 'goodbye');
    expect(cellTexts(bytes, 'en').get(`H${row}`)).toBe('未入力 / Missing');
    expect(() => rowOf(bytes, 'en', 'old.words')).toThrow('no row');
    const { changes } = await office.compare(typeInto(bytes, 'en', `E${row}`, 'Thank you for calling.'));
    expect(changes).toMatchObject([
      { language: 'en', prompt: 'goodbye', before: [], sentences: ['Thank you for calling.'] },
    ]);
  });
});

describe('What a translator has changed', () => {
  test('is shown with the earlier words, and imported in one step: ready, not reviewed, with the comment as its reason', async () => {
    const office = await openSheetOffice();
    let bytes = await office.workbook();
    const row = rowOf(bytes, 'en', 'greeting');
    bytes = typeInto(bytes, 'en', `E${row}`, 'Hello from the town.');
    bytes = typeInto(bytes, 'en', `I${row}`, 'Friendlier.');
    bytes = typeInto(bytes, 'zh-Hans', `E${rowOf(bytes, 'zh-Hans', 'goodbye')}`, '谢谢。');
    bytes = typeInto(bytes, 'zh-Hans', 'I5', 'Is this right?');
    const compared = await office.compare(bytes);
    expect(compared).toMatchObject({ problems: [], warnings: [] });
    expect(
      compared.changes.map(({ language, prompt, before, sentences }) => [language, prompt, before, sentences]),
    ).toEqual([
      ['en', 'greeting', ['This is the waste line.'], ['Hello from the town.']],
      ['zh-Hans', 'goodbye', ['谢谢您的来电。'], ['谢谢。']],
    ]);
    expect(compared.comments.map(({ comment }) => comment)).toEqual(['Friendlier.', 'Is this right?']);
    expect(await office.desk.importTexts(tanaka, compared.changes)).toMatchObject({ kind: 'saved' });
    expect(await office.words('en', 'greeting')).toMatchObject({
      revision: 2,
      sentences: ['Hello from the town.'],
      isReady: true,
      isReviewed: false,
      act: 'imported',
      reason: 'Friendlier.',
      by: { accountName: 'tanaka' },
    });
    const entries = await office.records.audit.list(null, 10);
    expect(entries.map(({ act, about }) => [act, about])).toEqual([
      ['sheet-imported', { language: 'zh-Hans', texts: 1 }],
      ['sheet-imported', { language: 'en', texts: 1 }],
      ['draft-taken-over', expect.anything()],
    ]);
    expect(await office.compare(bytes)).toMatchObject({ changes: [], problems: [] });
  });

  test('makes a stale translation belong to the source text that the sheet shows beside it', async () => {
    const office = await openSheetOffice();
    await office.save('ja', 'greeting', 'ごみの {電話|でんわ}です。');
    const bytes = await office.workbook('en');
    const compared = await office.compare(
      typeInto(bytes, 'en', `E${rowOf(bytes, 'en', 'greeting')}`, 'The waste telephone.'),
    );
    await office.desk.importTexts(tanaka, compared.changes);
    const after = await office.workbook('en');
    expect(cellTexts(after, 'en').get(`H${rowOf(after, 'en', 'greeting')}`)).toBe('訳してある / Translated');
  });

  test('is tidied as in the editor, and the corrections are reported', async () => {
    const office = await openSheetOffice();
    const bytes = await office.workbook('en');
    const { changes, problems } = await office.compare(
      typeInto(bytes, 'en', `E${rowOf(bytes, 'en', 'greeting')}`, '  Ｈello   from_x000D_\r\n “the town”. \n\n'),
    );
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([
      { sentences: ['Hello from', '“the town”.'], tidied: ['full-width-letters', 'spaces'] },
    ]);
  });

  test('may be the source text itself, if its own sheet was exported', async () => {
    const office = await openSheetOffice();
    const bytes = await office.workbook('ja');
    const compared = await office.compare(
      typeInto(bytes, 'ja', `E${rowOf(bytes, 'ja', 'greeting')}`, 'ごみの {電話|でんわ}です。'),
    );
    expect(told(compared)).toEqual([]);
    await office.desk.importTexts(tanaka, compared.changes);
    expect(await office.words('ja', 'greeting')).toMatchObject({ sourceFingerprint: null, revision: 2 });
  });

  test('is no change if the draft already has the same words', async () => {
    const office = await openSheetOffice();
    const bytes = await office.workbook('en');
    const edited = typeInto(bytes, 'en', `E${rowOf(bytes, 'en', 'greeting')}`, 'Hello.');
    await office.save('en', 'greeting', 'Hello.');
    expect(await office.compare(edited)).toMatchObject({ changes: [], problems: [] });
  });
});

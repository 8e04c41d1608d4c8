import { describe, expect, jest, test } from '#jest';
import { typeInto } from '../../support/edit-workbook.ts';
import { openSheetOffice, rowOf, told } from '../../support/sheet-office.ts';
import { sato, tanaka, worker } from '../../support/small-office.ts';

/** A long timeout, for a machine that is busy with other tests. */
jest.setTimeout(60_000);

/** An office, and a sheet exported from it in which somebody has changed the greeting. */
async function start() {
  const office = await openSheetOffice();
  const exported = await office.workbook('en');
  const bytes = typeInto(exported, 'en', `E${rowOf(exported, 'en', 'greeting')}`, 'Hello from the town.');
  return { ...office, exported, bytes };
}

describe('When the draft has changed since the export', () => {
  test('a sheet that changes the same translation is refused, and the problem names who, when and both versions', async () => {
    const office = await start();
    await office.save('en', 'greeting', 'Hi.');
    const compared = await office.compare(office.bytes);
    expect(told(compared)).toEqual([
      expect.stringMatching(/^en:2 tanaka changed this translation at 2026-11-24 09:00, after the sheet was exported/),
    ]);
    expect(compared.problems[0]?.versions).toEqual({
      language: 'en',
      before: ['Hi.'],
      after: ['Hello from the town.'],
    });
    expect(compared.changes).toEqual([]);
  });

  test('words that cannot be saved are not compared with the draft, because there may be thousands of them', async () => {
    const office = await start();
    await office.save('en', 'greeting', 'Hi.');
    const long = typeInto(office.exported, 'en', `E${rowOf(office.exported, 'en', 'greeting')}`, 'word '.repeat(6000));
    const { problems } = await office.compare(long);
    expect(problems.map(({ en }) => en)).toEqual([
      expect.stringContaining('A sentence is too long'),
      expect.stringContaining('tanaka changed this translation'),
    ]);
    expect(problems.map(({ versions }) => versions)).toEqual([undefined, undefined]);
  });

  test('a sheet whose source text has changed is refused, and the problem shows what has changed', async () => {
    const office = await start();
    await office.save('ja', 'greeting', 'ごみの {電話|でんわ}です。');
    const compared = await office.compare(office.bytes);
    expect(told(compared)).toEqual([
      expect.stringMatching(/^en:2 The source text has changed since the sheet was exported/),
    ]);
    expect(compared.problems[0]?.versions).toEqual({
      language: 'ja',
      before: ['ごみの {案内|あんない}です。'],
      after: ['ごみの {電話|でんわ}です。'],
    });
  });

  test('rows in which nobody typed are left alone, however their texts have changed', async () => {
    const office = await start();
    await office.save('en', 'goodbye', 'Bye.');
    await office.save('ja', 'trouble', '{今|いま}は だめです。');
    expect(await office.compare(office.bytes)).toMatchObject({ problems: [], changes: [{ prompt: 'greeting' }] });
    expect(await office.compare(office.exported)).toMatchObject({ problems: [], changes: [] });
  });

  test('a language that was switched off is refused', async () => {
    const office = await start();
    const { line } = await office.desk.read();
    const languages = line.file.languages.filter(({ tag }) => tag !== 'en');
    const file = { ...line.file, languages, announcers: ['ja'] };
    await office.desk.saveLine(tanaka, { basedOn: line.revision, file, what: 'languages', about: {} });
    expect(told(await office.compare(office.bytes))).toEqual([
      expect.stringMatching(/^en:2 "en" is not a language of this line; delete the sheet/),
    ]);
  });
});

describe('Between the comparison and the import', () => {
  test('a change of one text stops all of them', async () => {
    const office = await start();
    const bytes = typeInto(office.bytes, 'en', `E${rowOf(office.bytes, 'en', 'goodbye')}`, 'Bye.');
    const { changes } = await office.compare(bytes);
    await office.save('en', 'goodbye', 'Farewell.');
    expect(await office.desk.importTexts(sato, changes)).toEqual({
      kind: 'moved',
      places: [{ language: 'en', prompt: 'goodbye' }],
    });
    expect(await office.words('en', 'greeting')).toMatchObject({ sentences: ['This is the waste line.'] });
    expect(await office.acts()).not.toContain('sheet-imported');
  });

  test('a change of the source text stops them as well', async () => {
    const office = await start();
    const { changes } = await office.compare(office.bytes);
    await office.save('ja', 'greeting', 'ごみの {電話|でんわ}です。');
    expect(await office.desk.importTexts(sato, changes)).toMatchObject({ kind: 'moved' });
  });

  test('the same file imported twice at once is imported once', async () => {
    const office = await start();
    const { changes } = await office.compare(office.bytes);
    const results = await Promise.all([tanaka, sato].map((actor) => office.desk.importTexts(actor, changes)));
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['moved', 'saved']);
    expect((await office.acts()).filter((act) => act === 'sheet-imported')).toHaveLength(1);
  });

  test('a viewer can import nothing', async () => {
    const office = await start();
    const { changes } = await office.compare(office.bytes);
    expect(await office.desk.importTexts(worker('suzuki', 'viewer'), changes)).toEqual({ kind: 'not-allowed' });
    expect((await office.desk.read()).isKept).toBe(false);
  });
});

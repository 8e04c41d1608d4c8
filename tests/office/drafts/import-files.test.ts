import { describe, expect, test } from '#jest';
import { toDraftContent } from '../../../src/office/drafts/draft-content.ts';
import { importFiles } from '../../../src/office/drafts/import-files.ts';
import { commandLine } from '../../../src/office/staff/desk/actor.ts';
import type { Draft, LanguageWords } from '../../../src/words/draft.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { openSmallOffice, tanaka } from '../../support/small-office.ts';

/** The folder of the made-up line with one mark for every language, and with another farewell in English. */
function folder(reviewed: boolean, goodbye?: string): Draft {
  const draft = fixtureDraft();
  const words = [...draft.words].map(([tag, each]): [string, LanguageWords] => {
    const changed: LanguageWords['prompts'] = tag === 'en' && goodbye !== undefined ? { goodbye: [goodbye] } : {};
    return [tag, { reviewed, prompts: { ...each.prompts, ...changed } }];
  });
  return { ...draft, words: new Map(words) };
}

async function open() {
  const office = await openSmallOffice(await memoryDatabase());
  return {
    ...office,
    take: (draft: Draft) =>
      importFiles(office.draftRecords, toDraftContent(draft, commandLine, office.clock()), commandLine, office.clock()),
    /** How many texts native readers have gone through, and whether the English farewell is one of them. */
    async marks() {
      const now = await office.desk.read();
      return [now.texts.filter(({ isReviewed }) => isReviewed).length, now.find('en', 'goodbye')?.isReviewed];
    },
  };
}

describe('Marks of native readers', () => {
  test('are those of the folder at the first import, when it has been the draft', async () => {
    const office = await open();
    const { texts } = toDraftContent(folder(true), commandLine, 0);
    expect(await office.take(folder(true))).toMatchObject({ isFirst: true });
    expect(await office.marks()).toEqual([texts.length, true]);
  });

  test('are not raised by a later import, neither of the same words nor of others', async () => {
    const office = await open();
    await office.take(folder(false));
    expect(await office.take(folder(true))).toEqual({
      kind: 'imported',
      texts: 0,
      isLineChanged: false,
      isFirst: false,
    });
    expect(await office.take(folder(true, 'So long.'))).toMatchObject({ texts: 1 });
    expect(await office.marks()).toEqual([0, false]);
  });

  test('stay on words that stay, and leave those that change', async () => {
    const office = await open();
    await office.take(folder(true));
    const [all = 0] = await office.marks();
    expect(await office.take(folder(false))).toMatchObject({ texts: 0 });
    expect(await office.marks()).toEqual([all, true]);
    await office.take(folder(true, 'So long.'));
    expect(await office.marks()).toEqual([Number(all) - 1, false]);
    // Nobody has read the former words again.
    await office.take(folder(true));
    expect(await office.marks()).toEqual([Number(all) - 1, false]);
  });

  test('are not raised by an import after somebody has saved a text', async () => {
    const office = await open();
    office.files.draft = folder(false);
    await office.saveAs(tanaka, 'en', 'limit', 'It ends.');
    await office.take(folder(true));
    expect(await office.marks()).toEqual([0, false]);
  });
});

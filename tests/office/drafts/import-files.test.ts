import { describe, expect, test } from '#jest';
import { toDraftContent } from '../../../src/office/drafts/draft-content.ts';
import { importFiles } from '../../../src/office/drafts/import-files.ts';
import { commandLine } from '../../../src/office/staff/desk/actor.ts';
import type { Draft, LanguageWords } from '../../../src/words/draft.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { openSmallOffice, tanaka } from '../../support/small-office.ts';

/**
 * The prompts folder of the made-up line.
 * @param reviewed whether native readers have read every language
 * @param goodbye another farewell in English
 */
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
    /** How many texts are marked as read by native readers, and whether the English farewell is one of them. */
    async marks() {
      const now = await office.desk.read();
      return [now.texts.filter(({ isReviewed }) => isReviewed).length, now.find('en', 'goodbye')?.isReviewed];
    },
  };
}

describe('Marks of native readers', () => {
  test('come from the folder at the first import, because until then the folder is the draft', async () => {
    const office = await open();
    const { texts } = toDraftContent(folder(true), commandLine, 0);
    expect(await office.take(folder(true))).toMatchObject({ isFirst: true });
    expect(await office.marks()).toEqual([texts.length, true]);
  });

  test('are not added by a later import, neither to the same words nor to others', async () => {
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

  test('stay on unchanged words, and are removed from changed ones', async () => {
    const office = await open();
    await office.take(folder(true));
    const [all = 0] = await office.marks();
    expect(await office.take(folder(false))).toMatchObject({ texts: 0 });
    expect(await office.marks()).toEqual([all, true]);
    await office.take(folder(true, 'So long.'));
    expect(await office.marks()).toEqual([Number(all) - 1, false]);
    // The former words return without a mark, because nobody has read them again.
    await office.take(folder(true));
    expect(await office.marks()).toEqual([Number(all) - 1, false]);
  });

  test('are not added by an import after somebody has saved a text', async () => {
    const office = await open();
    office.files.draft = folder(false);
    await office.saveAs(tanaka, 'en', 'limit', 'It ends.');
    await office.take(folder(true));
    expect(await office.marks()).toEqual([0, false]);
  });
});

import { describe, expect, test } from '#jest';
import { createTextHashes } from '../../../src/office/editions/approval/text-hashes.ts';
import { changedTexts } from '../../../src/office/rehearsal/changed-texts.ts';
import { createDraftedEdition, gapsIn } from '../../../src/office/rehearsal/drafted-edition.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { openSmallOffice, sato } from '../../support/small-office.ts';

async function start() {
  const office = await openSmallOffice(await memoryDatabase());
  return { ...office, drafted: createDraftedEdition(office.desk, office.engine) };
}

describe('The edition of the draft', () => {
  test('is made once, and again when a text or the line has changed', async () => {
    const { drafted, save, desk } = await start();
    await save('en', 'greeting', 'Hello.');
    const { edition } = await drafted();
    expect(edition?.words.en?.prompts.greeting).toEqual(['Hello.']);
    expect((await drafted()).edition).toBe(edition);
    await save('en', 'greeting', 'Hello again.');
    const second = (await drafted()).edition;
    expect(second?.words.en?.prompts.greeting).toEqual(['Hello again.']);
    const { revision, file } = (await desk.read()).line;
    const changed = { ...file, transfersPerHour: 3 };
    await desk.saveLine(sato, { basedOn: revision, file: changed, what: 'line', about: {} });
    expect((await drafted()).edition?.file.transfersPerHour).toBe(3);
  });

  test('follows the files as long as they are the draft, and then the first save', async () => {
    const { drafted, files, save } = await start();
    const { edition } = await drafted();
    expect((await drafted()).edition).toBe(edition);
    files.draft = fixtureDraft(['en.yaml', 'This is the waste line.', 'Waste line.']);
    expect((await drafted()).edition?.words.en?.prompts.greeting).toEqual(['Waste line.']);
    await save('en', 'greeting', 'Hello.');
    expect((await drafted()).edition?.words.en?.prompts.greeting).toEqual(['Hello.']);
  });

  test('is null while a destination names hours that do not exist, and the draft can still be read', async () => {
    const { drafted, files } = await start();
    files.draft = fixtureDraft(['line.yaml', 'hours: officeHours', 'hours: nobodyKnows']);
    const { edition, now } = await drafted();
    expect(edition).toBeNull();
    expect(now.line.file.destinations[0]?.hours).toBe('nobodyKnows');
  });
});

test('Gaps are texts without words, and placeholders without a value', () => {
  expect(gapsIn(fixtureDraft())).toEqual([]);
  const draft = fixtureDraft(
    ['en.yaml', '  goodbye: ["Thank you for calling."]\n', ''],
    ['en.yaml', 'This is the waste line.', 'Press {{key}}.'],
    ['ja.yaml', '{{firstDay}}', '{{someDay}}'],
  );
  expect(gapsIn(draft)).toEqual([
    { language: 'en', prompt: 'greeting', why: 'placeholder' },
    { language: 'en', prompt: 'goodbye', why: 'missing' },
    { language: 'ja', prompt: 'days.which', why: 'placeholder' },
  ]);
});

describe('What changed', () => {
  const changesIn = async (office: Awaited<ReturnType<typeof start>>, language: string) => {
    const [publication] = await office.records.publications(1);
    const live = publication ? await office.records.find(publication.edition) : null;
    const { draft } = await office.desk.read();
    return changedTexts(createTextHashes(), live, draft, office.engine, language);
  };

  test('is nothing directly after publishing, and later the words that differ, both old and new', async () => {
    const office = await start();
    await office.publish();
    expect(await changesIn(office, 'en')).toEqual([]);
    await office.save('en', 'greeting', 'Hello.');
    expect(await changesIn(office, 'zh-Hans')).toEqual([]);
    const [change, ...others] = await changesIn(office, 'en');
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      prompt: 'greeting',
      before: { sentences: ['This is the waste line.'] },
      after: { sentences: ['Hello.'] },
      isSoundOnly: false,
    });
    expect(change?.before.narration?.key).not.toBe(change?.after.narration?.key);
  });

  test('includes texts with a changed value, in every language', async () => {
    const office = await start();
    await office.publish();
    const { revision, file } = (await office.desk.read()).line;
    const day = file.facts.firstDay;
    if (day?.type !== 'date') throw new Error('The line has no first day.');
    const changed = { ...file, facts: { ...file.facts, firstDay: { ...day, value: '2026-05-01' } } };
    await office.desk.saveLine(sato, { basedOn: revision, file: changed, what: 'line', about: {} });
    for (const language of ['ja', 'en', 'zh-Hans']) {
      expect(await changesIn(office, language)).toMatchObject([{ prompt: 'days.which', isSoundOnly: true }]);
    }
  });
});

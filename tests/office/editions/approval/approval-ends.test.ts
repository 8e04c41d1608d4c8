import { describe, expect, jest, test } from '#jest';
import type { LineFile } from '../../../../src/words/line-file.ts';
import { run } from '../../../support/scratch-database.ts';
import { approvalsIn, openApprovals, type SmallApprovals, setFirstDay } from '../../../support/small-approvals.ts';
import { mori, openSmallOffice, tanaka } from '../../../support/small-office.ts';
import { createToneEngine } from '../../../support/tone-engine.ts';

jest.setTimeout(30_000);

const setVoice =
  (voice: string) =>
  (file: LineFile): LineFile => ({
    ...file,
    languages: file.languages.map((each) =>
      each.tag === 'en' ? { ...each, voices: { ...each.voices, espeak: voice } } : each,
    ),
  });
const swapTopics = (file: LineFile): LineFile => ({
  ...file,
  topics: file.topics.toReversed().map((topic, index) => ({ ...topic, key: String(index + 1) })),
});
const renameLanguage = (file: LineFile): LineFile => ({
  ...file,
  languages: file.languages.map((each) => (each.tag === 'en' ? { ...each, sourceName: '{英|えい}の ことば' } : each)),
});

/** An office with approved texts that mention different values. */
async function open() {
  const office = await openApprovals();
  await office.save('en', 'days.which', 'It changes on {{firstDay}}.');
  await office.save('en', 'topic.days.menu', 'For the day, press {{key}}.');
  await office.save('en', 'goodbye', 'So long.');
  await office.save('ja', 'whisper', '{{language}}の {人|ひと}が {待|ま}って います。');
  for (const prompt of ['days.which', 'topic.days.menu', 'goodbye']) await office.approve(mori, 'en', prompt);
  await office.approve(mori, 'ja', 'whisper');
  return office;
}
const statesOf = async (office: SmallApprovals) =>
  Promise.all(
    [
      ['en', 'days.which'],
      ['en', 'topic.days.menu'],
      ['en', 'goodbye'],
      ['ja', 'whisper'],
    ].map(([language = '', prompt = '']) => office.stateOf(language, prompt)),
  );
const [yes, no] = ['approved', 'to-approve'];

describe('An approval ends by itself', () => {
  test.each<[string, (file: LineFile) => LineFile, string[]]>([
    ['a fact that the text says', setFirstDay('2026-05-01'), [no, yes, yes, yes]],
    ['the key that the text offers', swapTopics, [yes, no, yes, yes]],
    ['the voice of its language', setVoice('en-gb'), [no, no, no, yes]],
    ['the name of a language that agents are told', renameLanguage, [yes, yes, yes, no]],
  ])('when a change concerns %s, and only for the texts concerned', async (_, change, states) => {
    const office = await open();
    expect(await statesOf(office)).toEqual([yes, yes, yes, yes]);
    expect((await office.changeLine(tanaka, change)).kind).toBe('saved');
    expect(await statesOf(office)).toEqual(states);
  });

  test('when a word changes, and holds again when the approved words return', async () => {
    const office = await open();
    await office.save('en', 'goodbye', 'So long!');
    expect(await office.stateOf('en', 'goodbye')).toBe(no);
    await office.save('en', 'goodbye', 'So long.');
    expect(await office.stateOf('en', 'goodbye')).toBe(yes);
  });

  test('when the engine has another fingerprint', async () => {
    const office = await open();
    const engine = { ...createToneEngine(), fingerprint: 'other tones' };
    const later = approvalsIn(await openSmallOffice(office.database, { engine }));
    expect(await statesOf(later)).toEqual([no, no, no, no]);
  });

  test('when the stored sounds are not those that were heard', async () => {
    const office = await open();
    const spoken = (await office.approvalRecords.approvals.since(0)).find(({ prompt }) => prompt === 'goodbye');
    await run(office.database.queries, 'drop trigger sounds_no_update');
    await run(
      office.database.queries,
      'update sounds set sha256 = ? where key = ?',
      '0'.repeat(64),
      spoken?.sounds[0]?.key,
    );
    const restarted = approvalsIn(await openSmallOffice(office.database));
    expect(await statesOf(restarted)).toEqual([yes, yes, no, yes]);
    // An office that has already read the sounds reads them again before it publishes.
    expect(await office.stateOf('en', 'goodbye')).toBe(yes);
    const now = await office.desk.read();
    const news = await office.approvals.unapprovedNews({ now, live: null }, true);
    expect(news.some(({ language, prompt }) => language === 'en' && prompt === 'goodbye')).toBe(true);
    expect(news.some(({ language, prompt }) => language === 'en' && prompt === 'days.which')).toBe(false);
  });
});

test('Two offices on one database see at once what the other has approved', async () => {
  const office = await open();
  const other = approvalsIn(await openSmallOffice(office.database));
  expect(await other.stateOf('en', 'goodbye')).toBe(yes);
  await office.save('en', 'limit', 'It ends.');
  await office.approve(mori, 'en', 'limit');
  expect(await other.stateOf('en', 'limit')).toBe(yes);
});

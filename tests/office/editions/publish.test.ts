import { describe, expect, jest, test } from '#jest';
import { type PreparedPublication, toRecord } from '../../../src/office/editions/prepare-publication.ts';
import { fingerprint } from '../../../src/words/fingerprint.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { openSmallOffice, type SmallOffice, sato, spokenCache, tanaka, worker } from '../../support/small-office.ts';
import { stoppedAt, stoppedAtAll } from '../../support/stopped-at.ts';
import { expectWhole } from '../../support/whole-edition.ts';

jest.setTimeout(60_000);

const open = async () => openSmallOffice(await memoryDatabase(), { cache: await spokenCache() });
const spokenText = (office: SmallOffice, from: number) =>
  office.engine.requests.slice(from).map(({ language, speed, pieces }) => {
    const words = pieces.map((piece) => ('text' in piece ? piece.text : '')).join('');
    return `${language} ${speed} ${words.trim()}`;
  });

describe('The first publishing', () => {
  test('of the files stores a whole edition with every sound, and records who published it and why', async () => {
    const office = await open();
    const result = await office.publish({ comment: ' 初版 ', documentNumber: ' 国際第12号 ' });
    if (result.kind !== 'published') throw new Error(result.kind);
    const { edition, publication } = result;
    await expectWhole(office.records, edition.hash);
    const by = { accountId: tanaka.accountId, accountName: 'tanaka' };
    expect(publication).toMatchObject({ number: 1, edition: edition.hash, kind: 'published', by, comment: '初版' });
    expect(await office.records.publications(9)).toEqual([publication]);
    expect(await office.records.list(9)).toMatchObject([
      { number: 1, comment: '初版', documentNumber: '国際第12号', by },
    ]);
    expect(office.shelf.current.hash).toBe(edition.hash);
    expect(await office.acts()).toEqual(['published']);
    expect((await office.desk.read()).isKept).toBe(false);
  });
});

describe('Publishing again', () => {
  test('without a change finds nothing new, even with another comment and by another person, and writes nothing', async () => {
    const office = await open();
    await office.publish();
    const asked = office.engine.requests.length;
    expect(await office.publish({ comment: 'again' }, sato)).toEqual({ kind: 'nothing-new' });
    expect(await office.liveNumber()).toBe(1);
    expect(await office.acts()).toEqual(['published']);
    expect(office.engine.requests.length).toBe(asked);
  });

  test('with one sentence changed in one language speaks exactly that sentence, at both speeds', async () => {
    const office = await open();
    await office.publish();
    const asked = office.engine.requests.length;
    await office.save('zh-Hans', 'days.which', '从{{firstDay}}起有变化。', '请在早上八点以前把垃圾拿出来。');
    const result = await office.publish();
    if (result.kind !== 'published') throw new Error(JSON.stringify(result));
    const words = '请在早上八点以前把垃圾拿出来。';
    expect(spokenText(office, asked).sort()).toEqual([`zh-Hans normal ${words}`, `zh-Hans slow ${words}`]);
    await expectWhole(office.records, result.edition.hash);
    expect(await office.acts()).toEqual(['published', 'draft-taken-over', 'text-edited', 'published']);
  });

  test('removes reasons whose warnings are gone, without asking anybody', async () => {
    const office = await open();
    await office.publish();
    await office.save('en', 'goodbye', 'Goodbye, and thank you.');
    const before = await office.draftRecords.reasons.list();
    const useless = {
      rule: 'T-02',
      reason: 'it was long',
      places: [{ language: 'en', prompt: 'goodbye', sentence: 0 }],
    };
    await office.draftRecords.reasons.replace([...before, useless]);
    const result = await office.publish();
    expect(result.kind).toBe('published');
    expect(await office.draftRecords.reasons.list()).toEqual(before);
  });

  test('keeps the reasons of texts that the line no longer uses, because they may be used again', async () => {
    const office = await open();
    await office.publish();
    await office.save('en', 'goodbye', 'Goodbye, and thank you.');
    const aside = { rule: 'T-05', reason: 'the page is long', places: [{ language: 'en', prompt: 'days.which' }] };
    await office.draftRecords.reasons.replace([aside]);
    const { revision, file } = (await office.desk.read()).line;
    const others = file.topics.filter(({ parts }) => !parts.includes('days.which'));
    const topics = others.map((topic, index) => ({ ...topic, key: String(index + 1) }));
    const form = { basedOn: revision, file: { ...file, topics }, what: 'topics', about: {} } as const;
    expect((await office.desk.saveLine(sato, form)).kind).toBe('saved');
    await office.approveAll();
    expect((await office.publish({ warningsReason: 'meant' })).kind).toBe('published');
    expect(await office.draftRecords.reasons.list()).toEqual([aside]);
  });

  test('with a fact changed speaks the sentences with that fact and nothing else', async () => {
    const office = await open();
    await office.publish();
    const asked = office.engine.requests.length;
    const { file } = (await office.desk.read()).line;
    const firstDay = { ...file.facts.firstDay, value: '2026-05-01' };
    const changed = { ...file, facts: { ...file.facts, firstDay } };
    const form = { basedOn: 1, file: changed, what: 'fact', about: { fact: 'firstDay' } } as const;
    expect((await office.desk.saveLine(tanaka, form)).kind).toBe('saved');
    const result = await office.publish();
    if (result.kind !== 'published') throw new Error(JSON.stringify(result));
    expect(spokenText(office, asked)).toHaveLength(3 * 2);
    await expectWhole(office.records, result.edition.hash);
  });

  test('what was published before makes no second edition, and needs no voice', async () => {
    const office = await open();
    const first = await office.publish();
    await office.save('en', 'goodbye', 'So long.');
    await office.publish();
    const asked = office.engine.requests.length;
    await office.save('en', 'goodbye', 'Thank you for calling.');
    await office.save('ja', 'goodbye', '');
    expect((await office.publish()).kind).toBe('stopped');
    await office.save('ja', 'goodbye', 'ありがとうございました。');
    const { draft, find } = await office.desk.read();
    const { revision = 0 } = find('en', 'goodbye') ?? {};
    expect(draft.words.get('en')?.reviewed).toBe(false);
    const seen = { language: 'en', prompt: 'goodbye', basedOn: revision, sourceSeen: '' };
    expect((await office.desk.restoreText(tanaka, seen, 1)).kind).toBe('saved');
    await office.desk.restoreText(tanaka, { ...seen, language: 'ja', basedOn: 3 }, 1);
    const result = await office.publish();
    expect(result).toMatchObject({ kind: 'published', publication: { number: 3 } });
    expect(first).toMatchObject({ edition: { hash: result.kind === 'published' && result.edition.hash } });
    expect(await office.records.list(9)).toHaveLength(2);
    expect(office.engine.requests.length).toBe(asked);
  });
});

describe('Nothing is published', () => {
  test.each<[string, (office: SmallOffice) => Promise<unknown>, Parameters<SmallOffice['publish']>, object]>([
    ['by a viewer', async () => {}, [{}, worker('sato', 'viewer')], { kind: 'not-allowed' }],
    ['over a publication that the person has not seen', async () => {}, [{ basedOn: 3 }], { kind: 'overtaken' }],
    [
      'with a stale translation',
      (office) => office.save('ja', 'limit', '{電話|でんわ}が {終|お}わります。'),
      [],
      stoppedAt(
        'unfinished-texts',
        { place: { language: 'en', prompt: 'limit' }, en: expect.stringContaining('changed') },
        { place: { language: 'zh-Hans', prompt: 'limit' } },
      ),
    ],
    [
      'with a missing text',
      (office) => office.save('en', 'limit', ''),
      [],
      stoppedAt('wrong-words', { place: { language: 'en', prompt: 'limit' }, rule: 'M-19' }),
    ],
    [
      'with an unfinished text',
      async ({ desk }) => {
        const sourceSeen = fingerprint(['{続|つづ}きが あります。']);
        const form = { language: 'en', prompt: 'more-follows', basedOn: 1, sourceSeen, text: 'More', isReady: false };
        return desk.saveText(tanaka, form);
      },
      [],
      stoppedAtAll(
        [
          'unfinished-texts',
          {
            place: { language: 'en', prompt: 'more-follows' },
            en: expect.stringContaining('draft'),
          },
        ],
        ['approval', { place: { language: 'en', prompt: 'more-follows' } }],
      ),
    ],
    [
      'with an error in the words',
      (office) => office.save('en', 'goodbye', 'Call {{nobody}}.'),
      [],
      stoppedAt('wrong-words', { place: { language: 'en', prompt: 'goodbye' }, rule: 'T-17' }),
    ],
    [
      'with a warning and no reason',
      (office) => office.save('en', 'goodbye', 'The the end.'),
      [{ warningsReason: '  ' }],
      stoppedAt('open-warnings', { place: { language: 'en', prompt: 'goodbye' } }),
    ],
  ])('%s', async (_, prepare, asking, answer) => {
    const office = await open();
    await prepare(office);
    const before = office.shelf.current;
    expect(await office.publish(...asking)).toMatchObject(answer);
    expect(await office.records.list(9)).toEqual([]);
    expect(office.shelf.current).toBe(before);
    expect(office.engine.requests).toHaveLength(0);
  });

  test('with a warning, unless a reason is given, which the audit keeps', async () => {
    const office = await open();
    await office.save('en', 'goodbye', 'The the end.');
    expect((await office.publish({ warningsReason: ' the governor’s words ' })).kind).toBe('published');
    const [entry] = await office.records.audit.list(null, 1);
    expect(entry).toMatchObject({ act: 'published', about: { warnings: 1, reason: 'the governor’s words' } });
  });
});

test('The audit counts the warnings of all gates that are passed with the one reason', () => {
  const hindrance = { place: null, rule: '', ja: '誤り', en: 'wrong' };
  const closed = { gate: { passing: 'with-reason' }, hindrances: [hindrance, hindrance] };
  const prepared = { edition: { hash: 'a' }, emergency: null, passed: [closed, closed] };
  const form = { comment: '', documentNumber: '', warningsReason: 'meant' };
  const { about } = toRecord(prepared as unknown as PreparedPublication, form, { by: tanaka, at: 0 });
  expect(about).toMatchObject({ warnings: 4, reason: 'meant' });
  // A reason that was not needed is not in the audit.
  const none = toRecord({ ...prepared, passed: [] } as unknown as PreparedPublication, form, { by: tanaka, at: 0 });
  expect(none.about).not.toHaveProperty('reason');
});

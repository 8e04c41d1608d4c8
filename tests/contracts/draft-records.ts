import { describe, expect, test } from '#jest';
import type { DraftRecords } from '../../src/office/drafts/draft-records.ts';
import type { DraftLine, DraftReason, DraftText } from '../../src/office/drafts/draft-text.ts';
import type { Place } from '../../src/words/place.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';

const noon = Date.parse('2026-11-24T03:00:00Z');
const by = { accountId: 'id of tanaka', accountName: 'tanaka' };

const text = (revision: number, more: Partial<DraftText> = {}): DraftText => ({
  language: 'en',
  prompt: 'greeting',
  revision,
  sentences: [`Words of revision ${revision}.`, '{封筒|ふうとう} "quoted" \\ {{fact}}'],
  sourceFingerprint: '0123456789abcdef',
  isReady: true,
  isReviewed: false,
  act: 'edited',
  reason: null,
  by,
  at: noon + revision,
  ...more,
});

const line = (revision: number, transfersPerHour = 10): DraftLine => ({
  revision,
  file: { ...fixtureDraft().line, transfersPerHour },
  by: { accountId: null, accountName: 'prompts folder' },
  at: noon,
});

const greeting = { language: 'en', prompt: 'greeting' };
const reasonAt = (places: readonly Place[], rule: string): DraftReason => ({ places, rule, reason: `${rule} may` });
const reason = (rule: string) => reasonAt([greeting, { ...greeting, sentence: 0 }], rule);

/** Registers the tests that all `DraftRecords` must pass. */
export function describeDraftRecords(name: string, open: () => Promise<DraftRecords>): void {
  describe(`${name} keeps texts`, () => {
    test('in all their revisions, word for word, the newest first', async () => {
      const { texts } = await open();
      const [first, second] = [text(1, { act: 'imported', by: line(1).by }), text(2, { isReady: false })];
      const third = text(3, { act: 'still-right', reason: '句読点だけ', sentences: [], isReviewed: true });
      for (const each of [first, second, third]) expect(await texts.add(each)).toBe(true);
      expect(await texts.history('en', 'greeting')).toEqual([third, second, first]);
      const many = Array.from({ length: 1200 }, (_, index) => `prompt-${index}`);
      expect(await texts.histories(['ja', 'en'], [...many, 'greeting'])).toEqual(
        expect.arrayContaining([third, second, first]),
      );
      expect(await texts.histories(['ja', 'en'], many)).toEqual([]);
      expect(await texts.histories([], [])).toEqual([]);
      expect(await texts.find('en', 'greeting')).toEqual(third);
    });

    test('and lists all revisions that were written after one moment and up to another', async () => {
      const { texts } = await open();
      const written = [
        text(1, { at: 1000 }),
        text(2, { at: 2000 }),
        text(1, { prompt: 'goodbye', at: 3000 }),
        text(1, { language: 'ja', at: 4000 }),
      ];
      for (const each of written) await texts.add(each);
      const [, second, third, fourth] = written;
      expect(await texts.writtenBetween(1000, 3000)).toEqual([third, second]);
      expect(await texts.writtenBetween(1000, Number.POSITIVE_INFINITY)).toEqual([fourth, third, second]);
      expect(await texts.writtenBetween(4000, 9000)).toEqual([]);
    });

    test('in the order of their revision numbers, with 10 after 9', async () => {
      const { texts } = await open();
      for (let revision = 1; revision <= 12; revision += 1) await texts.add(text(revision));
      expect((await texts.find('en', 'greeting'))?.revision).toBe(12);
      expect((await texts.newest()).map(({ revision }) => revision)).toEqual([12]);
      expect((await texts.history('en', 'greeting')).at(-1)?.revision).toBe(1);
    });

    test('separately for each language and prompt', async () => {
      const { texts } = await open();
      const others = [
        text(1, { language: 'ja', sourceFingerprint: null }),
        text(1, { prompt: 'goodbye' }),
        text(1, { language: 'zh-Hans' }),
      ];
      for (const each of [text(1), text(2), ...others]) await texts.add(each);
      const newest = (await texts.newest()).toSorted((one, other) => key(one).localeCompare(key(other)));
      expect(newest).toEqual([text(2), ...others].toSorted((one, other) => key(one).localeCompare(key(other))));
      expect(await texts.find('ja', 'goodbye')).toBeNull();
      expect(await texts.history('ja', 'goodbye')).toEqual([]);
    });

    test('never two of one revision: the second is refused and the first stays', async () => {
      const { texts } = await open();
      await texts.add(text(1));
      const answers = await Promise.all(['a', 'b', 'c'].map((word) => texts.add(text(2, { sentences: [word] }))));
      expect(answers).toEqual([true, false, false]);
      expect((await texts.find('en', 'greeting'))?.sentences).toEqual(['a']);
    });
  });

  describe(`${name} keeps the line`, () => {
    test('in all its revisions, and has none at first', async () => {
      const { lines } = await open();
      expect(await lines.newest()).toBeNull();
      for (let revision = 1; revision <= 11; revision += 1) {
        expect(await lines.add(line(revision, revision))).toBe(true);
      }
      expect(await lines.newest()).toEqual(line(11, 11));
      expect(await lines.history(2)).toEqual([line(11, 11), line(10, 10)]);
    });

    test('never two of one revision', async () => {
      const { lines } = await open();
      expect(await lines.add(line(1, 1))).toBe(true);
      expect(await lines.add(line(1, 2))).toBe(false);
      expect(await lines.history(9)).toEqual([line(1, 1)]);
    });
  });

  test(`${name} has a stamp that changes with every change of the draft, and only then`, async () => {
    const records = await open();
    expect(await records.stamp()).toBeNull();
    const changes = [
      () => records.lines.add(line(1)),
      () => records.texts.add(text(1)),
      () => records.texts.add(text(2)),
      () => records.reasons.replace([reason('T-02')]),
      () => records.reasons.replace([reason('T-03')]),
      () => records.lines.add(line(2, 9)),
      () => records.reasons.replace([]),
    ];
    const stamps: (string | null)[] = [];
    for (const change of changes) {
      await change();
      stamps.push(await records.stamp());
      expect(await records.stamp()).toBe(stamps.at(-1));
      await records.texts.add(text(1));
      await records.texts.newest();
      if (stamps.length > 1) expect(await records.stamp()).toBe(stamps.at(-1));
    }
    expect(stamps).not.toContain(null);
    expect(new Set(stamps.slice(1)).size).toBe(changes.length - 1);
  });

  test(`${name} keeps reasons in their order, and replaces all of them at once`, async () => {
    const { reasons } = await open();
    expect(await reasons.list()).toEqual([]);
    await reasons.replace([reason('T-02'), reason('W-01'), reason('T-01')]);
    expect(await reasons.list()).toEqual([reason('T-02'), reason('W-01'), reason('T-01')]);
    const elsewhere = [
      [{ path: ['destinations', 0, 'dials', 1] }, { path: ['facts', 'firstDay'] }],
      [{ path: [] }],
      [{ language: 'en' }],
    ];
    const others = elsewhere.map((places) => reasonAt(places, 'M-10'));
    await reasons.replace(others);
    expect(await reasons.list()).toEqual(others);
    await reasons.replace([]);
    expect(await reasons.list()).toEqual([]);
  });

  describe(`${name} runs several steps on a draft as one transaction`, () => {
    test('and undoes all of them when one fails', async () => {
      const records = await open();
      await records.texts.add(text(1));
      await records.reasons.replace([reason('T-02')]);
      const work = records.transaction(async ({ texts, lines, reasons, audit }) => {
        await lines.add(line(1));
        await texts.add(text(2));
        await reasons.replace([]);
        await audit.add({ at: noon, who: by, act: 'text-edited', about: {} });
        throw new Error('the machine stopped');
      });
      await expect(work).rejects.toThrow('the machine stopped');
      expect(await records.lines.newest()).toBeNull();
      expect(await records.texts.newest()).toEqual([text(1)]);
      expect(await records.reasons.list()).toEqual([reason('T-02')]);
      expect(await records.audit.list(null, 9)).toEqual([]);
    });

    test('without steps of others in between', async () => {
      const records = await open();
      const add = () =>
        records.transaction(async ({ texts }) => {
          const before = await texts.find('en', 'greeting');
          return texts.add(text((before?.revision ?? 0) + 1));
        });
      expect(await Promise.all(Array.from({ length: 8 }, add))).toEqual(Array.from({ length: 8 }, () => true));
      expect(await records.texts.history('en', 'greeting')).toHaveLength(8);
    });
  });
}

const key = ({ language, prompt }: DraftText): string => `${language} ${prompt}`;

import { describe, expect, test } from '#jest';
import { contentOf } from '../../src/office/editions/edition-content.ts';
import type { EditionRecord, EditionRecords, Publication } from '../../src/office/editions/edition-records.ts';
import type { ScheduledPublication, ScheduleEnd } from '../../src/office/editions/schedule/schedule-records.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';

const noon = Date.parse('2026-11-24T03:00:00Z');
const by = { accountId: 'id of tanaka', accountName: 'tanaka' };
const hash = (beginning: string) => beginning.padEnd(64, '0');

const edition = (number: number, beginning: string, more: Partial<EditionRecord> = {}): EditionRecord => ({
  ...contentOf(fixtureDraft(), { id: 'espeak', fingerprint: 'tones' }),
  hash: hash(beginning),
  number,
  manifest: {
    sounds: [{ key: hash('5'), seconds: 1.25, sha256: hash('6') }],
    narrations: [{ key: hash('7'), parts: [0, -700, 0] }],
  },
  by,
  at: noon + number,
  comment: '日付を なおしました。',
  documentNumber: null,
  ...more,
});

const publication = (number: number, beginning: string, more: Partial<Publication> = {}): Publication => ({
  number,
  edition: hash(beginning),
  kind: 'published',
  by,
  at: noon + 1000 * number,
  comment: '',
  emergency: null,
  ...more,
});

/** Registers the tests that all `EditionRecords` must pass. */
export function describeEditionRecords(name: string, open: () => Promise<EditionRecords>): void {
  const withTwo = async () => {
    const records = await open();
    await records.add(edition(1, 'a1'));
    await records.add(edition(2, 'a2'));
    return records;
  };

  describe(`${name} keeps editions`, () => {
    test('whole, and lists them without their words, the newest first', async () => {
      const records = await withTwo();
      const third = edition(3, '0f', { documentNumber: '国際第12号', by: { accountId: null, accountName: 'x' } });
      await records.add(third);
      expect(await records.find(third.hash)).toEqual(third);
      const { line: _line, words: _words, manifest: _manifest, engine: _engine, ...head } = third;
      expect(await records.list(1)).toEqual([head]);
      expect((await records.list(9)).map(({ number }) => number)).toEqual([3, 2, 1]);
    });

    test('found by the first digits of their hash, as calls carry them', async () => {
      const records = await withTwo();
      await records.add(edition(3, 'ff'));
      expect((await records.find('a2'))?.number).toBe(2);
      expect((await records.find(hash('a1').slice(0, 10)))?.number).toBe(1);
      expect((await records.find('f'))?.number).toBe(3);
      for (const unknown of ['a3', 'a11', 'b', '0', `${hash('a1')}0`, 'A1', '%', "a1'", 'g', 'zz']) {
        expect([unknown, await records.find(unknown)]).toEqual([unknown, null]);
      }
    });

    test('and finds none by an empty text', async () => {
      expect(await (await withTwo()).find('')).toBeNull();
    });

    test('never two with the same hash or the same number', async () => {
      const records = await withTwo();
      await expect(records.add(edition(3, 'a1'))).rejects.toThrow();
      await expect(records.add(edition(2, 'b'))).rejects.toThrow();
      expect((await records.list(9)).map(({ number }) => number)).toEqual([2, 1]);
    });
  });

  describe(`${name} keeps publications`, () => {
    test('in their order, the newest first, and one edition as often as it went live', async () => {
      const records = await withTwo();
      const all = [
        publication(1, 'a1'),
        publication(2, 'a2', { comment: 'もどしました' }),
        publication(3, 'a1', { kind: 'rolled-back' }),
      ];
      for (const each of all) expect(await records.publish(each)).toBe(true);
      for (let number = 4; number <= 11; number += 1) await records.publish(publication(number, 'a2'));
      expect((await records.publications(2)).map(({ number }) => number)).toEqual([11, 10]);
      expect((await records.publications(99)).toReversed().slice(0, 3)).toEqual(all);
    });

    test('each number once, and refuses the slower of two publications', async () => {
      const records = await withTwo();
      const answers = await Promise.all(['a1', 'a2', 'a1'].map((each) => records.publish(publication(1, each))));
      expect(answers).toEqual([true, false, false]);
      expect(await records.publications(9)).toEqual([publication(1, 'a1')]);
    });

    test('only of editions that exist', async () => {
      const records = await withTwo();
      await expect(records.publish(publication(1, 'c'))).rejects.toThrow();
      expect(await records.publications(9)).toEqual([]);
    });

    test('and finds the one that was live at a moment, to the millisecond', async () => {
      const records = await withTwo();
      await records.publish(publication(1, 'a1'));
      await records.publish(publication(2, 'a2'));
      const numberAt = async (moment: number) => (await records.publicationAt(moment))?.number ?? null;
      expect(await numberAt(noon + 999)).toBeNull();
      expect(await numberAt(noon + 1000)).toBe(1);
      expect(await numberAt(noon + 1999)).toBe(1);
      expect(await numberAt(noon + 2000)).toBe(2);
      expect(await numberAt(noon + 1e9)).toBe(2);
    });
  });

  describe(`${name} keeps scheduled publications`, () => {
    const schedule: Omit<ScheduledPublication, 'number'> = {
      edition: hash('a1'),
      editionNumber: 1,
      publishAt: noon + 3_600_000,
      basedOn: 0,
      content: contentOf(fixtureDraft(), { id: 'espeak', fingerprint: 'tones' }),
      reasons: [{ rule: 'T-02', reason: 'a name', places: [{ language: 'en', prompt: 'greeting' }] }],
      comment: '年末の案内',
      documentNumber: '',
      warningsReason: 'still right',
      emergency: { reason: 'flood', texts: [{ language: 'en', prompt: 'greeting', hash: hash('b') }] },
      by,
      at: noon,
    };
    const failed: ScheduleEnd = {
      kind: 'failed',
      failure: { why: 'stopped', details: [{ ja: '承認', en: 'approval' }] },
      by: { accountId: null, accountName: 'schedule' },
      at: noon + 1,
    };

    test('whole, and returns the newest without its words', async () => {
      const { schedules } = await open();
      expect([await schedules.newest(), await schedules.find(1)]).toEqual([null, null]);
      const number = await schedules.add(schedule);
      expect(await schedules.find(number)).toEqual({ ...schedule, number });
      const { content: _content, reasons: _reasons, emergency: _emergency, ...head } = schedule;
      expect(await schedules.newest()).toEqual({ ...head, number, end: null, isSettled: false });
      await schedules.end(number, failed);
      const second = await schedules.add({ ...schedule, emergency: null });
      expect(await schedules.newest()).toMatchObject({ number: second, end: null });
      expect((await schedules.find(second))?.emergency).toBeNull();
    });

    test('with a single end, and with a single confirmation that somebody has read about it', async () => {
      const { schedules } = await open();
      const number = await schedules.add(schedule);
      expect(await schedules.end(number, failed)).toBe(true);
      expect(await schedules.end(number, { ...failed, kind: 'cancelled', failure: null })).toBe(false);
      expect(await schedules.newest()).toMatchObject({ end: failed, isSettled: false });
      expect(await schedules.settle(number, by, noon + 2)).toBe(true);
      expect(await schedules.settle(number, by, noon + 3)).toBe(false);
      expect(await schedules.newest()).toMatchObject({ end: failed, isSettled: true });
    });
  });

  test(`${name} keeps each sound once, to the byte, and looks up more than a thousand keys at once`, async () => {
    const { sounds } = await open();
    const entry = { key: hash('1'), seconds: 2.125, sha256: hash('2') };
    const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => index % 256);
    await sounds.add(entry, bytes.subarray(0));
    await sounds.add({ ...entry, seconds: 9, sha256: hash('9') }, Uint8Array.of(1));
    expect(Buffer.compare((await sounds.read(entry.key)) ?? Buffer.of(), bytes)).toBe(0);
    expect(await sounds.read(hash('3'))).toBeNull();
    for (const digit of ['4', '5']) await sounds.add({ ...entry, key: hash(digit) }, Uint8Array.of(7));
    const asked = Array.from({ length: 1200 }, (_, index) => hash(`e${index}`));
    const found = await sounds.entries([hash('4'), ...asked, entry.key]);
    expect(found.toSorted((one, other) => (one.key < other.key ? -1 : 1))).toEqual([
      entry,
      { ...entry, key: hash('4') },
    ]);
    expect(await sounds.entries([])).toEqual([]);
  });

  describe(`${name} runs several steps on an edition as one transaction`, () => {
    test('and undoes all of them when one fails', async () => {
      const records = await withTwo();
      const work = records.transaction(async (stores) => {
        await stores.add(edition(3, 'c'));
        await stores.publish(publication(1, 'c'));
        await stores.audit.add({ at: noon, who: by, act: 'published', about: {} });
        throw new Error('the machine stopped');
      });
      await expect(work).rejects.toThrow('the machine stopped');
      expect(await records.find(hash('c'))).toBeNull();
      expect(await records.publications(9)).toEqual([]);
      expect(await records.audit.list(null, 9)).toEqual([]);
    });
  });
}

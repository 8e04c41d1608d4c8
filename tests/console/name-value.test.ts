import { describe, expect, test } from '#jest';
import { translator } from '../../src/console/translator.ts';
import type { Visitor } from '../../src/frame/visit.ts';
import { namesIn } from '../../src/naming/names.ts';
import { nameOfValue, readableValue } from '../../src/naming/value-names.ts';
import type { DraftNow } from '../../src/office/drafts/draft-desk.ts';
import { compareContents } from '../../src/office/editions/compare-contents.ts';
import { contentOf } from '../../src/office/editions/edition-content.ts';
import type { DatedHours } from '../../src/words/dated-hours.ts';
import { bundledDraft } from '../support/bundled.ts';

const ja = { t: translator('ja'), language: 'ja' } as const;
const line = { line: { file: bundledDraft().line }, find: () => null } as unknown as Pick<DraftNow, 'line' | 'find'>;
const names = namesIn(ja, line);

test.each([
  ['destinations.office.hours', '転送先 › office › 受付時間'],
  ['facts.firstDay.value', '番号・日付・時間 › firstDay › 値'],
  ['languages.ja.key', '言語 › やさしい日本語 › キー'],
  ['disaster.kinds.name.name.en', '災害のお知らせ › 起きたこと › name › 名前 › 英語'],
  ['destinations.office.dials.0.triedOn', '転送先 › office › かける番号 › 1 › 試した日'],
])('%s is called %s', (path, name) => {
  expect(nameOfValue(ja, names, path)).toBe(name);
});

test('Every value of the bundled line has a name in the words of staff, and no two values have the same name', () => {
  const content = contentOf(bundledDraft(), { id: 'espeak', fingerprint: 'test' });
  const { values } = compareContents(null, content);
  const { languages, topics, destinations, facts, disaster } = content.line;
  const chosen = Object.values(disaster ?? {}).flat();
  const given = new Set([
    ...languages.map(({ tag }) => tag),
    ...[...topics, ...destinations, ...chosen].map(({ id }) => id),
    ...Object.keys(facts),
  ]);
  expect(values.length).toBeGreaterThan(100);
  const foreign = values.filter(({ path }) =>
    nameOfValue(ja, names, path)
      .split(' › ')
      .some((part) => /^[a-z]/.test(part) && !given.has(part)),
  );
  expect(foreign).toEqual([]);
  expect(new Set(values.map(({ path }) => nameOfValue(ja, names, path))).size).toBe(values.length);
});

describe('A closure or an extra opening on certain days is one change, in words', () => {
  const dates = '日を決めた休みと臨時の受付';
  const newYear = { kind: 'closed', from: '2026-12-29', to: '2027-01-03', reason: 'new-year' } as const;
  const saturday = { kind: 'open', from: '2026-12-05', begins: '09:00', ends: '12:00' } as const;
  const maintenance = { kind: 'closed', from: '2026-11-30' } as const;
  const withDates = (...dates: DatedHours[]) => {
    const content = contentOf(bundledDraft(), { id: 'espeak', fingerprint: 'test' });
    const destinations = content.line.destinations.map((each, index) => (index === 0 ? { ...each, dates } : each));
    const file = {
      ...content.line,
      destinations,
      closures: [{ id: 'new-year', name: { ja: '年末年始', en: 'New Year' } }],
    };
    return { ...content, line: file };
  };
  const changes = (visitor: Pick<Visitor, 't' | 'language'>, before: DatedHours[], after: DatedHours[]) => {
    const [old, now] = [withDates(...before), withDates(...after)];
    const inLine = { line: { file: now.line }, find: () => null } as unknown as Pick<DraftNow, 'line' | 'find'>;
    const called = namesIn(visitor, inLine);
    return compareContents(old, now).values.map((value) => [
      nameOfValue(visitor, called, value.path).split(' › ').at(-1),
      readableValue(visitor, called, value.path, value.before),
      readableValue(visitor, called, value.path, value.after),
    ]);
  };

  test('in Japanese and in English', () => {
    expect(changes(ja, [], [newYear, saturday])).toEqual([
      [dates, null, '2026年12月29日から2027年1月3日まで: 休み (年末年始)'],
      [dates, null, '2026年12月5日、午前9時から正午まで: 臨時の受付'],
    ]);
    const en = { t: translator('en'), language: 'en' } as const;
    expect(changes(en, [], [newYear])).toEqual([
      ['Closed or open on certain days', null, '29 December 2026 – 3 January 2027: Closed (New Year)'],
    ]);
  });

  test('nothing else is mistaken for one, even if its id is “dates”', () => {
    const content = withDates();
    const [first, ...others] = content.line.destinations;
    if (!first) throw new Error('There is no destination.');
    const file = { ...content.line, destinations: [{ ...first, id: 'dates', dates: [maintenance] }, ...others] };
    const { values } = compareContents(null, { ...content, line: file });
    const own = values.filter(({ path }) => path.startsWith('destinations.dates.'));
    expect(own.length).toBeGreaterThan(3);
    for (const { path, after } of own) expect(readableValue(ja, names, path, after)).not.toBe('');
    for (const path of ['topics.dates.key', 'facts.dates.value']) expect(readableValue(ja, names, path, '3')).toBe('3');
  });

  test('removing one leaves the others alone, and moving its end is one change', () => {
    expect(changes(ja, [maintenance, newYear], [newYear])).toEqual([[dates, '2026年11月30日: 休み', null]]);
    expect(changes(ja, [newYear], [{ ...newYear, to: '2027-01-04' }])).toHaveLength(1);
    expect(changes(ja, [maintenance, newYear], [newYear, maintenance])).toEqual([]);
  });
});

import { describe, expect, test } from '#jest';
import { advance } from '../../src/call/advance.ts';
import type { Hours } from '../../src/call/line.ts';
import { closureAt, findPerson, isOpen } from '../../src/call/person.ts';
import { representativeConditions } from '../../src/call/representative-conditions.ts';
import { walk } from '../../src/call/walk.ts';
import { openEdition } from '../../src/edition/edition.ts';
import { plainText } from '../../src/edition/shown-text.ts';
import { lineTexts } from '../../src/line/pages/line-texts.ts';
import { createEdition } from '../../src/office/editions/edition.ts';
import { everyNarration } from '../../src/office/editions/every-narration.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { leafletOf } from '../../src/office/leaflet/leaflet.ts';
import type { LineFile } from '../../src/words/line-file.ts';
import { lineFile } from '../../src/words/line-file.ts';
import { namesMoment, sampleMoment } from '../../src/words/moment-facts.ts';
import { promptsOfClosures } from '../../src/words/prompt-ids.ts';
import { toLine } from '../../src/words/to-line.ts';
import { writeDates } from '../../src/words/write-dates.ts';
import { bundledDraft } from '../support/bundled.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { at as atMoment } from '../support/moments.ts';

const hours: Hours = {
  weekly: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }],
  closedOn: ['2026-11-23'],
  closedEachYear: [{ from: '12-29', to: '01-03' }],
  dated: [
    { kind: 'closed', from: '2026-12-01', to: '2026-12-01', begins: '12:00', ends: '24:00' },
    { kind: 'closed', from: '2026-12-08', to: '2026-12-09', begins: '00:00', ends: '24:00' },
    { kind: 'open', from: '2026-12-05', to: '2026-12-05', begins: '09:00', ends: '12:00' },
    { kind: 'open', from: '2026-12-30', to: '2026-12-30', begins: '10:00', ends: '11:00' },
    { kind: 'open', from: '2026-11-23', to: '2026-11-23', begins: '00:00', ends: '24:00' },
    { kind: 'open', from: '2026-12-09', to: '2026-12-09', begins: '13:00', ends: '14:00' },
  ],
};
const tokyo = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Tokyo').toInstant().toString();

describe('On certain days', () => {
  test.each([
    ['2026-12-01T11:59:59', true, 'before a closed afternoon'],
    ['2026-12-01T12:00', false, 'in a closed afternoon'],
    ['2026-12-02T12:00', true, 'the day after it'],
    ['2026-12-08T09:00', false, 'the first closed day'],
    ['2026-12-09T16:59', false, 'the last closed day'],
    ['2026-12-10T09:00', true, 'the day after closed days'],
    ['2026-12-05T08:59', false, 'before an open Saturday morning'],
    ['2026-12-05T09:00', true, 'in an open Saturday morning'],
    ['2026-12-05T12:00', false, 'after an open Saturday morning'],
    ['2026-12-30T10:30', true, 'open in the yearly closure'],
    ['2026-12-30T11:00', false, 'the rest of that day'],
    ['2026-11-23T20:00', true, 'open on a holiday, after the usual hours'],
    ['2026-12-09T13:30', false, 'closed and open at once: closed'],
  ])('%s is open: %s (%s)', (local, open) => {
    expect(isOpen(hours, 'Asia/Tokyo', tokyo(local))).toBe(open);
  });
});

const dayFact = (line: LineFile, name: string) => {
  const fact = line.facts[name];
  if (fact?.type !== 'day') throw new Error(`${name} is no day.`);
  return fact;
};

/** The fixture's line, with these exceptions at every destination. */
const withDates = (dates: NonNullable<LineFile['destinations'][number]['dates']>): LineFile => {
  const { line } = fixtureDraft();
  return { ...line, destinations: line.destinations.map((each) => ({ ...each, dates })) };
};

describe('A line', () => {
  test('without exceptions has no field for them', () => {
    for (const { line } of [fixtureDraft(), bundledDraft()]) {
      expect(JSON.stringify(toLine(line))).not.toContain('dated');
    }
  });

  test('puts nobody through on a closed day, and knows that the reason is `closed`', () => {
    const line = toLine(withDates([{ kind: 'closed', from: '2026-11-25' }]));
    const at = (now: string) => ({ now, dialsUntried: true, mayTransfer: true, disaster: null });
    expect(findPerson(line, at(tokyo('2026-11-25T10:00')), 'ja')).toEqual({ reason: 'closed' });
    expect(findPerson(line, at(tokyo('2026-11-26T10:00')), 'ja')).toHaveProperty('numbers');
  });

  test('is also walked on days with exceptions, so that everything callers hear then is known', () => {
    const dates = [{ kind: 'open', from: '2031-01-01', begins: '00:00', ends: '24:00' }] as const;
    const { line } = fixtureDraft();
    const withOpening = { ...toLine(withDates([...dates])) };
    const alwaysClosed = {
      ...withOpening,
      destinations: withOpening.destinations.map((each) => ({
        ...each,
        ...(each.hours && { hours: { ...each.hours, weekly: [{ days: [1], opens: '00:00', closes: '00:00' }] } }),
      })),
    };
    const edition = { id: 'a', line: alwaysClosed };
    const dials = [...walk(edition, representativeConditions(alwaysClosed))].filter(({ turn }) =>
      turn.steps.some((step) => step.do === 'dial'),
    );
    expect(dials.length).toBeGreaterThan(0);
    expect(representativeConditions(toLine(line))).toEqual(representativeConditions(toLine(withDates([]))));
  });
});

test.each<[string, Partial<Hours>]>([
  [
    'by an exception',
    { dated: [{ kind: 'closed', from: '2027-01-04', to: '2027-03-31', begins: '00:00', ends: '24:00' }] },
  ],
  ['every year', { dated: [], closedEachYear: [{ from: '01-04', to: '03-31' }] }],
])('A line that is closed for months around its review date (%s) is also walked when it is open', (_, closed) => {
  const { line } = fixtureDraft();
  const { destinations, ...rest } = toLine(line);
  const months: Hours = { ...hours, dated: [], closedEachYear: [], ...closed };
  const long = {
    ...rest,
    reviewBy: '2027-01-31',
    destinations: destinations.map((each) => ({ ...each, hours: months })),
  };
  const isOpenThen = ({ now }: { readonly now: string }) => isOpen(months, 'Asia/Tokyo', now);
  expect(representativeConditions(long).filter(isOpenThen).length).toBeGreaterThanOrEqual(4);
});

describe('A closure with a reason', () => {
  const draft = bundledDraft();
  const closed = (...dates: NonNullable<LineFile['destinations'][number]['dates']>): LineFile => ({
    ...draft.line,
    destinations: draft.line.destinations.map((each) => (each.hours === undefined ? each : { ...each, dates })),
  });
  const storm = { kind: 'closed', from: '2026-11-25', begins: '12:00', ends: '24:00', reason: 'weather' } as const;
  const edition = createEdition({ ...draft, line: closed(storm) }, { id: 'espeak', fingerprint: 'test' });
  /** The prompts that a caller on the number of a language hears after key 0. */
  const heard = (local: string, language: string): string[] => {
    const conditions = atMoment(tokyo(local));
    const topics = advance(edition, conditions, null, { kind: 'call-started', language });
    const { steps } = advance(edition, conditions, topics.state, { kind: 'key', key: '0' });
    return steps
      .flatMap((step) => (step.do === 'say' ? edition.script(step.sayings).sentences : []))
      .map(({ prompt }) => prompt);
  };

  test.each(draft.line.languages.filter(({ destination }) => destination === 'call-centre'))(
    'is explained to callers in $name while it lasts, before they hear the number',
    ({ tag }) => {
      const prompts = heard('2026-11-25T12:00', tag);
      expect(prompts.slice(0, 3)).toEqual(['reason-closed', 'closure.weather', 'opens-again']);
      expect(prompts[3]).toBe('destination.call-centre.number');
      expect(heard('2026-11-25T20:00', tag)).toContain('closure.weather');
      expect(heard('2026-11-26T08:00', tag)).not.toContain('closure.weather');
      expect(heard('2026-11-25T11:59', tag)).not.toContain('reason-closed');
      // On this evening, the next opening is at the usual time, so the usual hours are enough.
      expect(heard('2026-11-24T20:00', tag)).not.toContain('closure.weather');
    },
  );

  test('has texts in every language, even for reasons that no date uses yet', () => {
    const prompts = promptsOfClosures(draft.line);
    expect(prompts.length).toBeGreaterThan(1);
    for (const { tag } of draft.line.languages) {
      for (const prompt of prompts) {
        const saying = namesMoment(prompt) ? { prompt, language: tag, at: sampleMoment } : { prompt, language: tag };
        expect(edition.script([saying]).sentences).not.toEqual([]);
      }
    }
  });

  test('says when the office opens again, with words from the edition file and sounds that are made in advance', async () => {
    const at = '2026-11-26T09:30';
    const said = (language: string) =>
      openEdition(toEditionFile(edition)).script([{ prompt: 'opens-again', language, at }]).sentences;
    expect(said('en').map(({ shown }) => plainText(shown))).toEqual([
      'You can call again from 9:30 a.m. on 26 November.',
    ]);
    const parts = (await everyNarration(edition)).flatMap((narration) => narration.parts);
    const made = new Set(parts.flatMap((part) => (typeof part === 'number' ? [] : [part.key])));
    for (const { tag } of draft.line.languages) {
      for (const { sounds } of said(tag))
        expect([made.has(sounds.normal), made.has(sounds.slow)]).toEqual([true, true]);
    }
  });

  test('is walked for each reason, even if the reason applies to only half an hour', () => {
    const meeting = { kind: 'closed', from: '2031-02-03', begins: '10:00', ends: '10:30', reason: 'meeting' } as const;
    const line = toLine(closed(storm, meeting));
    const reasons = representativeConditions(line).flatMap(({ now }) =>
      line.destinations.flatMap(({ hours }) => (hours ? (closureAt(hours, line.timeZone, now)?.reason ?? []) : [])),
    );
    expect([...new Set(reasons)].sort()).toEqual(['meeting', 'weather']);
  });

  test('is on the public page and on the leaflet of a language until its last day', () => {
    const file = toEditionFile(edition);
    const datesOn = (local: string, tag: string) =>
      lineTexts(openEdition(file), tag, { now: tokyo(local) }).contacts.flatMap(({ dates }) =>
        dates.map(({ days, reason }) => [plainText(days), ...reason.map(({ shown }) => plainText(shown))]),
      );
    expect(datesOn('2026-11-25T23:59', 'en')).toEqual([
      ['Closed: 25 November 2026, noon to midnight', 'The office is closed because of bad weather.'],
    ]);
    expect(datesOn('2026-11-25T23:59', 'ko')).toEqual([
      ['휴무: 2026년 11월 25일, 정오부터 자정까지', '날씨가 매우 나빠서 전화를 받지 않습니다.'],
    ]);
    expect(datesOn('2026-11-26T00:00', 'en')).toEqual([]);
    const sheet = (local: string) =>
      leafletOf(edition, 'es', Date.parse(tokyo(local)))?.contacts.flatMap(({ dates }) =>
        dates.map(({ days, reason }) => [days, ...reason.map(({ prompt }) => prompt)]),
      );
    expect(sheet('2026-11-25T23:59')).toEqual([
      ['Cerrado: 25 de noviembre de 2026, de 12:00 a 24:00', 'closure.weather'],
    ]);
    expect(sheet('2026-11-26T00:00')).toEqual([]);
  });
});

describe('The opening after a closure', () => {
  const closuresOf = (dates: NonNullable<LineFile['destinations'][number]['dates']>): LineFile => ({
    ...withDates(dates),
    closures: [{ id: 'works', name: { ja: '工事', en: 'Works' } }],
  });
  const opensAt = (dates: Parameters<typeof closuresOf>[0]) =>
    toLine(closuresOf(dates)).destinations[0]?.hours?.dated?.map((each) => each.opensAt);

  test.each<[string, Parameters<typeof opensAt>[0], (string | undefined)[]]>([
    ['is the next morning', [{ kind: 'closed', from: '2026-11-25' }], ['2026-11-26T09:00']],
    [
      'is on the same day',
      [{ kind: 'closed', from: '2026-11-25', begins: '10:00', ends: '11:30' }],
      ['2026-11-25T11:30'],
    ],
    [
      'is after the weekend and the closure that follows it',
      [
        { kind: 'closed', from: '2026-11-26', to: '2026-11-27' },
        { kind: 'closed', from: '2026-11-30', reason: 'works' },
      ],
      ['2026-12-01T09:00', '2026-12-01T09:00'],
    ],
    [
      'is not said if the closure lasts a few hours on several days',
      [{ kind: 'closed', from: '2026-11-25', to: '2026-11-26', begins: '10:00', ends: '11:00' }],
      [undefined],
    ],
    [
      'is not said for an additional opening',
      [{ kind: 'open', from: '2026-11-28', begins: '10:00', ends: '11:00' }],
      [undefined],
    ],
  ])('%s', (_, dates, expected) => {
    expect(opensAt(dates)).toEqual(expected);
  });

  test('is said from the last closing time before the closure, because the usual hours would mislead callers', () => {
    const line = closuresOf([
      { kind: 'closed', from: '2026-11-30', to: '2026-12-01', reason: 'works' },
      { kind: 'closed', from: '2026-12-03', begins: '12:00', ends: '14:00', reason: 'works' },
    ]);
    const hoursThen = toLine(line).destinations[0]?.hours;
    if (!hoursThen) throw new Error('There are no hours.');
    const told = (local: string) => closureAt(hoursThen, 'Asia/Tokyo', tokyo(local))?.opensAt ?? null;
    // The fixture's office closes on Friday at 17:00.
    expect(hoursThen.dated?.map(({ closedFrom }) => closedFrom)).toEqual(['2026-11-27T17:00', '2026-12-03T12:00']);
    expect(told('2026-11-27T16:59')).toBeNull();
    for (const local of ['2026-11-27T17:00', '2026-11-29T12:00', '2026-11-30T08:00', '2026-12-01T23:59'])
      expect([local, told(local)]).toEqual([local, '2026-12-02T09:00']);
    for (const local of ['2026-12-02T00:00', '2026-12-02T20:00', '2026-12-03T11:59'])
      expect([local, told(local)]).toEqual([local, null]);
    expect(told('2026-12-03T12:00')).toBe('2026-12-03T14:00');
  });

  test('comes with the reason of the nearer closure if two follow each other, whatever their order in the file', () => {
    const works = { kind: 'closed', from: '2026-12-01', reason: 'works' } as const;
    const other = { kind: 'closed', from: '2026-11-30', reason: 'other' } as const;
    for (const dates of [
      [works, other],
      [other, works],
    ]) {
      const file = closuresOf(dates);
      const name = { ja: 'その他', en: 'Other' };
      const hours = toLine({ ...file, closures: [...(file.closures ?? []), { id: 'other', name }] }).destinations[0]
        ?.hours;
      if (!hours) throw new Error('There are no hours.');
      const reason = (local: string) => closureAt(hours, 'Asia/Tokyo', tokyo(local))?.reason ?? null;
      expect([reason('2026-11-28T12:00'), reason('2026-11-30T12:00'), reason('2026-12-01T12:00')]).toEqual([
        ...['other', 'other', 'works'],
      ]);
    }
  });

  test('is not said if it is nearly a year away: without the year, callers would expect it a year too early', () => {
    expect(opensAt([{ kind: 'closed', from: '2026-12-01', to: '2027-11-30' }])).toEqual([undefined]);
    expect(opensAt([{ kind: 'closed', from: '2026-12-01', to: '2027-09-30' }])).toEqual(['2027-10-01T09:00']);
  });

  // The search once took a minute here, which is longer than the time limit of a test.
  test('is searched for within the time limit of a test, even in the worst calendar that a form accepts', () => {
    const { line } = fixtureDraft();
    const days = Array.from(
      { length: 60 },
      (_, day) => `2027-0${1 + Math.floor(day / 28)}-${String(1 + (day % 28)).padStart(2, '0')}`,
    );
    const file: LineFile = {
      ...withDates(days.map((from) => ({ kind: 'closed', from, reason: 'works' }) as const)),
      closures: [{ id: 'works', name: { ja: '工事', en: 'Works' } }],
      facts: {
        ...line.facts,
        first: { ...dayFact(line, 'closedFrom'), value: '01-01' },
        last: { ...dayFact(line, 'closedFrom'), value: '12-31' },
      },
    };
    const never = {
      ...file,
      destinations: file.destinations.map((each) => ({
        ...each,
        closed: { eachYear: [{ from: 'first', to: 'last' }] },
      })),
    };
    expect(toLine(never).destinations[0]?.hours?.dated?.every(({ opensAt: at }) => at === undefined)).toBe(true);
  });

  test('is not said on a line that has no reasons for closures', () => {
    expect(JSON.stringify(toLine(withDates([{ kind: 'closed', from: '2026-11-25' }])))).not.toContain('opensAt');
  });
});

test.each([
  ['ja', '{休|やす}み: 2026年12月29日から2027年1月3日まで'],
  ['en', 'Closed: 29 December 2026 – 3 January 2027'],
  ['zh-Hans', '停止服务：2026年12月29日至2027年1月3日'],
  ['zh-Hant', '停止服務：2026年12月29日至2027年1月3日'],
  ['ko', '휴무: 2026년 12월 29일~2027년 1월 3일'],
  ['es', 'Cerrado: 29 de diciembre de 2026 – 3 de enero de 2027'],
  ['pt', 'Fechado: 29 de dezembro de 2026 – 3 de janeiro de 2027'],
  ['vi', 'Nghỉ: 29 tháng 12, 2026 – 3 tháng 1, 2027'],
  ['fi', '× 29. joulukuuta 2026 – 3. tammikuuta 2027'],
])('Days are written in the style of %s', (language, shown) => {
  const dates = { kind: 'closed', from: '2026-12-29', to: '2027-01-03' } as const;
  expect(writeDates(language, dates).replaceAll(/[\u2009\u00A0]/g, ' ')).toBe(shown);
});

describe('A file', () => {
  test.each<[string, object]>([
    ['with a reason for being open', { kind: 'open', from: '2026-12-01', reason: 'weather' }],
    ['with one time', { kind: 'closed', from: '2026-12-01', begins: '09:00' }],
    ['that ends before it begins', { kind: 'closed', from: '2026-12-02', to: '2026-12-01' }],
    ['with times in the wrong order', { kind: 'open', from: '2026-12-01', begins: '12:00', ends: '09:00' }],
    ['with a day that does not exist', { kind: 'closed', from: '2026-11-31' }],
  ])('%s is refused', (_, date) => {
    expect(lineFile.safeParse(withDates([date as never])).success).toBe(false);
  });

  test('may have sixty exceptions, and no more', () => {
    const days = (count: number) =>
      Array.from({ length: count }, () => ({ kind: 'closed', from: '2026-12-01' }) as const);
    expect(lineFile.safeParse(withDates(days(60))).success).toBe(true);
    expect(lineFile.safeParse(withDates(days(61))).success).toBe(false);
  });
});

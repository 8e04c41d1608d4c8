import { expect, test } from '#jest';
import type { Hours } from '../../src/call/line.ts';
import { nextOpening } from '../../src/call/next-opening.ts';
import type { DatedHours as DatedHoursFile } from '../../src/words/dated-hours.ts';

const tokyo = 'Asia/Tokyo';
const office: Hours = {
  weekly: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }],
  closedOn: ['2026-11-23', '2027-01-11'],
  closedEachYear: [{ from: '12-29', to: '01-03' }],
};
/** The office with an exception. */
const dated = ({ kind, from, to = from, begins = '00:00', ends = '24:00' }: DatedHoursFile): Hours => ({
  ...office,
  dated: [{ kind, from, to, begins, ends }],
});
const open = (...weekly: Hours['weekly']): Hours => ({ weekly, closedOn: [], closedEachYear: [] });
const lunch = open(
  { days: [1, 2], opens: '13:00', closes: '17:00' },
  { days: [1, 2], opens: '09:00', closes: '12:00' },
);

test.each<[string, Hours, string, string | null]>([
  ['while it is open, now', office, '2026-11-24T10:00', '2026-11-24T10:00'],
  ['before opening, the same day', office, '2026-11-24T08:59', '2026-11-24T09:00'],
  ['at closing time, the next day', office, '2026-11-24T17:00', '2026-11-25T09:00'],
  ['on Friday evening before a holiday, Tuesday', office, '2026-11-20T18:00', '2026-11-24T09:00'],
  ['on a holiday itself, the next day', office, '2026-11-23T10:00', '2026-11-24T09:00'],
  ['in the last days of December, the first weekday after New Year', office, '2026-12-28T17:00', '2027-01-04T09:00'],
  ['on New Year’s Day, the same', office, '2027-01-01T10:00', '2027-01-04T09:00'],
  ['in a lunch break, the afternoon, whatever the order of the rows', lunch, '2026-11-24T12:00', '2026-11-24T13:00'],
  ['before the day, the morning', lunch, '2026-11-22T23:00', '2026-11-23T09:00'],
  [
    'where days go to their end, midnight',
    open({ days: [1, 2], opens: '00:00', closes: '24:00' }),
    '2026-11-22T23:59',
    '2026-11-23T00:00',
  ],
  [
    'over a midnight at which nothing closes, now',
    open({ days: [1, 2], opens: '00:00', closes: '24:00' }),
    '2026-11-24T00:00',
    '2026-11-24T00:00',
  ],
  [
    'on a day on which it is closed, the next day',
    dated({ kind: 'closed', from: '2026-11-24' }),
    '2026-11-24T10:00',
    '2026-11-25T09:00',
  ],
  [
    'in closed hours, when they end',
    dated({ kind: 'closed', from: '2026-11-24', begins: '09:00', ends: '13:30' }),
    '2026-11-24T08:00',
    '2026-11-24T13:30',
  ],
  [
    'before an open Saturday, that Saturday',
    dated({ kind: 'open', from: '2026-11-28', begins: '09:30', ends: '12:00' }),
    '2026-11-27T18:00',
    '2026-11-28T09:30',
  ],
  [
    'in a closure of many days, the first day after it',
    dated({ kind: 'closed', from: '2026-11-24', to: '2026-12-04' }),
    '2026-11-24T10:00',
    '2026-12-07T09:00',
  ],
  [
    'once a year only on 29 February, years later',
    {
      ...open({ days: [1, 2, 3, 4, 5, 6, 7], opens: '09:00', closes: '10:00' }),
      closedEachYear: [{ from: '03-01', to: '02-28' }],
    },
    '2026-11-24T10:00',
    '2028-02-29T09:00',
  ],
  [
    'where every day of the year is closed, never',
    { ...office, closedEachYear: [{ from: '01-01', to: '12-31' }] },
    '2026-11-24T10:00',
    null,
  ],
  ['without any hours, never', open(), '2026-11-24T10:00', null],
])('The next opening is, %s', (_what, hours, now, expected) => {
  const instant = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(tokyo).toInstant().toString();
  expect(nextOpening(hours, tokyo, instant(now))).toBe(expected && instant(expected));
});

test('Hours are meant where the line is, not where the server is', () => {
  expect(nextOpening(office, 'America/Sao_Paulo', '2026-11-24T09:30:00Z')).toBe('2026-11-24T12:00:00Z');
});

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
/** The office with one exception. */
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
  ['while it is open: now', office, '2026-11-24T10:00', '2026-11-24T10:00'],
  ['before opening: the same day', office, '2026-11-24T08:59', '2026-11-24T09:00'],
  ['at closing time: the next day', office, '2026-11-24T17:00', '2026-11-25T09:00'],
  ['on Friday evening before a holiday on Monday: Tuesday', office, '2026-11-20T18:00', '2026-11-24T09:00'],
  ['on a holiday: the next day', office, '2026-11-23T10:00', '2026-11-24T09:00'],
  ['in the last days of December: the first weekday after New Year', office, '2026-12-28T17:00', '2027-01-04T09:00'],
  ['on New Year’s Day: the first weekday after New Year', office, '2027-01-01T10:00', '2027-01-04T09:00'],
  ['in a lunch break: the afternoon, whatever the order of the rows', lunch, '2026-11-24T12:00', '2026-11-24T13:00'],
  ['on the evening before: the morning', lunch, '2026-11-22T23:00', '2026-11-23T09:00'],
  [
    'before a day that is open from midnight: midnight',
    open({ days: [1, 2], opens: '00:00', closes: '24:00' }),
    '2026-11-22T23:59',
    '2026-11-23T00:00',
  ],
  [
    'at a midnight at which nothing closes: now',
    open({ days: [1, 2], opens: '00:00', closes: '24:00' }),
    '2026-11-24T00:00',
    '2026-11-24T00:00',
  ],
  [
    'on a closed day: the next day',
    dated({ kind: 'closed', from: '2026-11-24' }),
    '2026-11-24T10:00',
    '2026-11-25T09:00',
  ],
  [
    'before closed hours that begin at opening time: when they end',
    dated({ kind: 'closed', from: '2026-11-24', begins: '09:00', ends: '13:30' }),
    '2026-11-24T08:00',
    '2026-11-24T13:30',
  ],
  [
    'before an open Saturday: that Saturday',
    dated({ kind: 'open', from: '2026-11-28', begins: '09:30', ends: '12:00' }),
    '2026-11-27T18:00',
    '2026-11-28T09:30',
  ],
  [
    'in a closure of many days: the first weekday after it',
    dated({ kind: 'closed', from: '2026-11-24', to: '2026-12-04' }),
    '2026-11-24T10:00',
    '2026-12-07T09:00',
  ],
  [
    'if only 29 February is open: years later',
    {
      ...open({ days: [1, 2, 3, 4, 5, 6, 7], opens: '09:00', closes: '10:00' }),
      closedEachYear: [{ from: '03-01', to: '02-28' }],
    },
    '2026-11-24T10:00',
    '2028-02-29T09:00',
  ],
  [
    'if every day of the year is closed: never',
    { ...office, closedEachYear: [{ from: '01-01', to: '12-31' }] },
    '2026-11-24T10:00',
    null,
  ],
  ['without any hours: never', open(), '2026-11-24T10:00', null],
])('The next opening, %s', (_what, hours, now, expected) => {
  const instant = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(tokyo).toInstant().toString();
  expect(nextOpening(hours, tokyo, instant(now))).toBe(expected && instant(expected));
});

test('Hours are read in the time zone of the line', () => {
  expect(nextOpening(office, 'America/Sao_Paulo', '2026-11-24T09:30:00Z')).toBe('2026-11-24T12:00:00Z');
});

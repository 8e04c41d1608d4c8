import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import type { Hours } from '../../src/call/line.ts';
import { isOpen, isPastReview } from '../../src/call/person.ts';
import { bundledEdition } from '../support/bundled.ts';

const hours: Hours = {
  weekly: [
    { days: [1, 2, 3, 4, 5], opens: '09:30', closes: '17:30' },
    { days: [6], opens: '10:00', closes: '24:00' },
  ],
  closedOn: ['2026-11-23'],
  closedEachYear: [{ from: '12-29', to: '01-03' }],
};
const tokyo = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Tokyo').toInstant().toString();

describe('Opening hours', () => {
  test.each([
    ['2026-11-24T09:29:59', false, 'a second before opening'],
    ['2026-11-24T09:30', true, 'at opening time'],
    ['2026-11-24T17:29:59', true, 'a second before closing'],
    ['2026-11-24T17:30', false, 'at closing time'],
    ['2026-11-28T23:59:59', true, 'the last second of a day that ends at midnight'],
    ['2026-11-29T00:00', false, 'midnight into a closed day'],
    ['2026-11-23T12:00', false, 'a holiday that falls on a Monday'],
    ['2026-12-28T12:00', true, 'the last day before New Year'],
    ['2026-12-29T12:00', false, 'the first day of the New Year closure'],
    ['2026-12-31T23:59:59', false, 'the last second of the year'],
    ['2027-01-01T00:00', false, 'New Year’s Eve at midnight'],
    ['2027-01-03T12:00', false, 'the last day of the New Year closure'],
    ['2027-01-04T09:30', true, 'the first day after it'],
    ['2028-02-29T12:00', true, 'a leap day'],
  ])('%s is open: %s (%s)', (local, open) => {
    expect(isOpen(hours, 'Asia/Tokyo', tokyo(local))).toBe(open);
  });

  test('are read in the time zone of the line', () => {
    expect(isOpen(hours, 'Asia/Tokyo', '2026-11-24T00:30:00Z')).toBe(true);
    expect(isOpen(hours, 'America/Lima', '2026-11-24T00:30:00Z')).toBe(false);
  });

  test('never depend on the second within a minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 0, max: 59 }), (minutes, second) => {
        const minute = Temporal.Instant.from('2020-01-01T00:00:00Z').add({ minutes });
        const within = minute.add({ seconds: second });
        expect(isOpen(hours, 'Asia/Tokyo', within.toString())).toBe(isOpen(hours, 'Asia/Tokyo', minute.toString()));
      }),
    );
  });

  test.each([
    ['2026-01-12', 'Coming of Age Day moves with the year'],
    ['2026-05-06', 'a substitute holiday'],
    ['2026-09-22', 'a day between two holidays'],
    ['2026-11-23', 'Labour Thanksgiving Day'],
    ['2027-03-22', 'a substitute holiday after the vernal equinox'],
  ])('the bundled call centre is closed on %s: %s', (date) => {
    const bundled = bundledEdition().line.destinations.find(({ id }) => id === 'call-centre')?.hours;
    if (!bundled) throw new Error('the bundled call centre has no hours');
    expect(isOpen(bundled, 'Asia/Tokyo', tokyo(`${date}T12:00`))).toBe(false);
    const ordinaryDay = Temporal.PlainDate.from('2026-11-24');
    expect(isOpen(bundled, 'Asia/Tokyo', tokyo(`${ordinaryDay}T12:00`))).toBe(true);
  });
});

test('the review date has not passed until its last second is over in the line’s time zone', () => {
  expect(isPastReview('2016-03-31', 'Asia/Tokyo', tokyo('2016-03-31T23:59:59'))).toBe(false);
  expect(isPastReview('2016-03-31', 'Asia/Tokyo', tokyo('2016-04-01T00:00'))).toBe(true);
});

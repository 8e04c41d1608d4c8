import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import type { OpeningHours } from '../../src/call/line.ts';
import { factFile } from '../../src/words/fact-file.ts';
import { hoursClashes, tidyWeekly } from '../../src/words/weekly-hours.ts';

const open = (days: readonly number[], opens: string, closes: string): OpeningHours => ({ days, opens, closes });
const weekdays = [1, 2, 3, 4, 5];

describe('Opening hours are stored in one form', () => {
  test.each([
    [6, true],
    [7, false],
    [10, false],
  ])('with at most 20 periods: %p pairs, which become three periods each, are accepted: %p', (count, fits) => {
    const pairs = Array.from({ length: count }, (_, index) => String(index * 2).padStart(2, '0')).flatMap((hour) => [
      open([1, 2], `${hour}:00`, `${hour}:30`),
      open([2, 3], `${hour}:30`, `${hour}:45`),
    ]);
    expect(tidyWeekly(pairs)).toHaveLength(count * 3);
    const from = { source: 'made up', checkedOn: '2026-01-01', reviewBy: '2026-12-31' };
    const { error } = factFile.safeParse({ type: 'hours', value: pairs, ...from });
    expect(error?.issues.map(({ message }) => message) ?? []).toEqual(fits ? [] : ['write at most 20 periods']);
  });

  test.each([
    [
      'days are sorted, and each is listed once',
      [open([5, 4, 3, 2, 1, 1], '09:00', '17:00')],
      [open(weekdays, '09:00', '17:00')],
    ],
    [
      'periods that touch are merged',
      [open(weekdays, '12:00', '17:00'), open(weekdays, '09:00', '12:00')],
      [open(weekdays, '09:00', '17:00')],
    ],
    [
      'periods that touch only on some days are merged only on these days',
      [open(weekdays, '09:00', '12:00'), open([1], '12:00', '17:00')],
      [open([1], '09:00', '17:00'), open([2, 3, 4, 5], '09:00', '12:00')],
    ],
    [
      'three periods that touch are merged',
      [open([1], '09:00', '12:00'), open([1], '13:00', '17:00'), open([1], '12:00', '13:00')],
      [open([1], '09:00', '17:00')],
    ],
    [
      'periods are sorted by day and hour',
      [open([6], '10:00', '12:00'), open(weekdays, '13:00', '17:00'), open(weekdays, '09:00', '12:00')],
      [open(weekdays, '09:00', '12:00'), open(weekdays, '13:00', '17:00'), open([6], '10:00', '12:00')],
    ],
    [
      'a night stays two periods, which touch at midnight',
      [open([1], '20:00', '24:00'), open([2], '00:00', '05:00')],
      [open([1], '20:00', '24:00'), open([2], '00:00', '05:00')],
    ],
  ])('%s', (_what, written, kept) => {
    expect(tidyWeekly(written)).toEqual(kept);
    const from = { source: 'made up', checkedOn: '2026-01-01', reviewBy: '2026-12-31' };
    expect(factFile.parse({ type: 'hours', value: written, ...from }).value).toEqual(kept);
  });

  test.each([
    [
      'a longer period on one day of a shorter one',
      [open(weekdays, '09:30', '17:30'), open([1], '09:00', '18:00')],
      { kind: 'overlap', earlier: 0, later: 1, day: 1 },
    ],
    [
      'the same period twice',
      [open(weekdays, '09:00', '17:00'), open(weekdays, '09:00', '17:00')],
      { kind: 'repeat', earlier: 0, later: 1, day: 1 },
    ],
    [
      'a period inside another',
      [open([3], '09:00', '17:00'), open([3], '10:00', '11:00')],
      { kind: 'repeat', earlier: 0, later: 1, day: 3 },
    ],
  ])('and clashes are found: %s', (_what, weekly, clash) => expect(hoursClashes(weekly)).toEqual([clash]));

  test('and every minute of a week is open in this form exactly if it was open before', () => {
    // Few different times, so that many periods touch or clash. Some are one minute apart.
    const times = ['00:00', '00:01', '09:00', '09:29', '09:30', '09:31', '17:59', '18:00', '23:59', '24:00'] as const;
    const minutes = Array.from({ length: 24 * 60 }, (_, minute) =>
      [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':'),
    );
    // Mostly short periods on few days, so that many weeks have no clash.
    const stretch = fc
      .record({
        days: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
        from: fc.nat({ max: times.length - 2 }),
        length: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ days, from, length }) => open(days, times[from] ?? '', times[from + length] ?? '24:00'));
    const isOpen = (weekly: readonly OpeningHours[], day: number, at: string) =>
      weekly.some(({ days, opens, closes }) => days.includes(day) && opens <= at && at < closes);
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 5 }), (weekly) => {
        const tidy = tidyWeekly(weekly);
        expect(tidyWeekly(tidy)).toEqual(tidy);
        for (const day of [1, 2, 3, 4, 5, 6, 7]) {
          expect(minutes.filter((at) => isOpen(tidy, day, at) !== isOpen(weekly, day, at))).toEqual([]);
        }
        const clashes = hoursClashes(weekly);
        expect(hoursClashes(tidy).length > 0).toBe(clashes.length > 0);
        // Findings name clashing periods by their position in the list, so their order must stay.
        if (clashes.length > 0) expect(tidy.map(({ opens }) => opens)).toEqual(weekly.map(({ opens }) => opens));
      }),
    );
  });
});

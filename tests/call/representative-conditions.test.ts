import fc from 'fast-check';
import { expect, test } from '#jest';
import type { DatedHours, Hours, Line } from '../../src/call/line.ts';
import { closureAt, isOpen, isPastReview } from '../../src/call/person.ts';
import { representativeConditions } from '../../src/call/representative-conditions.ts';
import { toLine } from '../../src/words/to-line.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';

const plainLine = toLine(fixtureDraft().line);
const { timeZone } = plainLine;
const reviewed = Temporal.PlainDate.from('2027-03-31');

/** Any minute of the day, because an office may open at any minute. */
const time = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => Temporal.PlainTime.from('00:00').add({ minutes }).toString({ smallestUnit: 'minute' }));
const times = fc
  .tuple(time, fc.oneof(time, fc.constant('24:00')))
  .filter(([one, other]) => one !== other)
  .map((both) => both.toSorted());
const laterThan = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
/** Up to 200 days before the review date, or up to 400 days after it. */
const date = fc.integer({ min: -200, max: 400 }).map((days) => laterThan(reviewed.toString(), days));
/** Without 29 February, which most years do not have. */
const monthDay = date.map((day) => day.slice(5)).filter((day) => day !== '02-29');

const dated: fc.Arbitrary<DatedHours> = fc
  .record({
    kind: fc.constantFrom('closed', 'open'),
    from: date,
    days: fc.integer({ min: 0, max: 20 }),
    times: fc.oneof(times, fc.constant(['00:00', '24:00'])),
    reason: fc.constantFrom('works', 'meeting', undefined),
    told: fc.option(fc.record({ days: fc.constantFrom(0, 0, 1, 4), time }), { nil: undefined }),
  })
  .map(({ kind, from, days, times: [begins = '', ends = ''], reason, told }) => ({
    kind,
    from,
    to: laterThan(from, days),
    begins,
    ends,
    ...(kind === 'closed' && {
      reason,
      closedFrom:
        told && `${laterThan(from, -told.days)}T${told.days === 0 && told.time > begins ? begins : told.time}`,
    }),
  }));

const hours: fc.Arbitrary<Hours> = fc.record({
  weekly: fc.array(
    fc
      .record({ days: fc.subarray([1, 2, 3, 4, 5, 6, 7]), times })
      .map(({ days, times: [opens = '', closes = ''] }) => ({
        days,
        opens,
        closes,
      })),
    { maxLength: 1 },
  ),
  closedOn: fc.array(date, { maxLength: 2 }),
  closedEachYear: fc.array(fc.record({ from: monthDay, to: monthDay }), { maxLength: 1 }),
  dated: fc.array(dated, { maxLength: 2 }),
});

const lines: fc.Arbitrary<Line> = fc
  .array(fc.option(hours, { nil: undefined }), { minLength: 1, maxLength: 2 })
  .map((all) => ({
    ...plainLine,
    reviewBy: reviewed.toString(),
    destinations: all.map((each, index) => ({ id: `office-${index}`, languages: [], dials: [], hours: each })),
  }));

const never: Hours = { weekly: [], closedOn: [], closedEachYear: [], dated: [] };
const lineWith = (only: Hours): Line => ({
  ...plainLine,
  reviewBy: reviewed.toString(),
  destinations: [{ id: 'office', languages: [], dials: [], hours: only }],
});
/** Open once a week, on the weekday of the review date. So the first opening after that date is a whole week later. */
const openOnOneDay = lineWith({ ...never, weekly: [{ days: [reviewed.dayOfWeek], opens: '09:00', closes: '10:00' }] });
/** Callers hear of the closure from 22:15 on the review date. No other value of the hours names that time. */
const closedFromTheEveningBefore = lineWith({
  ...never,
  dated: [
    {
      kind: 'closed',
      from: reviewed.add({ days: 1 }).toString(),
      to: reviewed.add({ days: 1 }).toString(),
      begins: '00:00',
      ends: '24:00',
      reason: 'works',
      closedFrom: `${reviewed}T22:15`,
    },
  ],
});

/** Open day and night, except on a holiday that is far from the review date. */
const closedOnAHoliday = lineWith({
  ...never,
  weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' }],
  closedOn: [reviewed.add({ days: 100 }).toString()],
});

/** Closed on one day, for a reason whose id is the word `true`. */
const closedForTrue = lineWith({
  ...never,
  weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' }],
  dated: [{ kind: 'closed', from: '2027-03-01', to: '2027-03-01', begins: '00:00', ends: '24:00', reason: 'true' }],
});

/** Who can be reached at an instant, and what callers are told of closures. */
const combinationAt = ({ destinations, reviewBy }: Line, now: string): string =>
  JSON.stringify([
    isPastReview(reviewBy, timeZone, now),
    ...destinations.map((each) =>
      each.hours && !isOpen(each.hours, timeZone, now)
        ? (closureAt(each.hours, timeZone, now)?.reason ?? 'closed')
        : 'open',
    ),
  ]);

/**
 * The combinations found by trying many instants:
 * - every half hour of the two weeks before and after the review date, of every holiday within a year of it, and of the
 *   week before and the week after every exception and yearly closure;
 * - midnight and the times that the hours name, on the first seven days and the last day of every exception.
 */
function combinationsByHalfHour(line: Line): Set<string> {
  const all = line.destinations.flatMap((each) => each.hours ?? []);
  const exceptions = all.flatMap((each) => each.dated ?? []);
  const yearly = all.flatMap(({ closedEachYear }) =>
    closedEachYear.flatMap(({ from, to }) =>
      [-1, 0, 1].map((years) => ({ from: `${reviewed.year + years}-${from}`, to: `${reviewed.year + years}-${to}` })),
    ),
  );
  const holidays = all
    .flatMap(({ closedOn }) => closedOn)
    .filter((day) => laterThan(day, 365) >= line.reviewBy && day <= laterThan(line.reviewBy, 365));
  const from = (first: string, days: number) => Array.from({ length: days }, (_, later) => laterThan(first, later));
  const dates = new Set([
    ...from(laterThan(line.reviewBy, -14), 29),
    ...holidays,
    ...[...exceptions, ...yearly].flatMap((each) => [
      ...from(laterThan(each.from, -7), 7),
      ...from(laterThan(each.to, 1), 7),
    ]),
  ]);
  const found = new Set<string>();
  for (const each of dates) {
    const midnight = Temporal.PlainDate.from(each).toZonedDateTime(timeZone);
    for (let minutes = 0; minutes < 24 * 60; minutes += 30) {
      found.add(combinationAt(line, midnight.add({ minutes }).toInstant().toString()));
    }
  }
  const timesNamed = all.flatMap((each) => [
    ...each.weekly.flatMap(({ opens, closes }) => [opens, closes]),
    ...(each.dated ?? []).flatMap(({ begins, ends }) => [begins, ends]),
  ]);
  for (const each of exceptions) {
    for (const day of [...from(each.from, 7).filter((other) => other <= each.to), each.to]) {
      for (const at of ['00:00', ...timesNamed].filter((other) => other < '24:00')) {
        const local = Temporal.PlainDateTime.from(`${day}T${at}`);
        found.add(combinationAt(line, local.toZonedDateTime(timeZone).toInstant().toString()));
      }
    }
  }
  return found;
}

test('For any hours and dates, every combination that is found by trying each half hour is included', () => {
  fc.assert(
    fc.property(lines, (line) => {
      const found = representativeConditions(line).map(({ now }) => combinationAt(line, now));
      expect([...combinationsByHalfHour(line)].filter((each) => !found.includes(each))).toEqual([]);
      // Each combination comes twice: with and without permission to transfer.
      expect(found.length).toBe(2 * new Set(found).size);
    }),
    { numRuns: 40, examples: [[openOnOneDay], [closedFromTheEveningBefore], [closedOnAHoliday], [closedForTrue]] },
  );
});

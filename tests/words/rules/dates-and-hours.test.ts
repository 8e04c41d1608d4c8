import { describe, expect, test } from '#jest';
import { checkDraft } from '../../../src/words/check-draft.ts';
import { withSourceLines } from '../../../src/words/finding.ts';
import { daysClosed } from '../../../src/words/value-dates.ts';
import { type Change, fixtureDraft } from '../../support/draft-fixture.ts';
import { lineIn } from './findings-of.ts';

const today = '2026-11-28';
const found = (...changes: readonly Change[]) => {
  const draft = fixtureDraft(...changes);
  return withSourceLines(checkDraft(draft, today), draft.sourceLineOf).map(
    ({ rule, level, place }) => `${level} ${rule} ${lineIn(place)}`,
  );
};
const officeNumber = 'value: "03-0000-0000", source: made up, checkedOn: "2026-01-01", reviewBy: "2027-01-01"';
const hours = 'value: [{ days: [1, 2, 3, 4, 5], opens: "09:00", closes: "17:00" }]';

describe('The dates of a value', () => {
  test.each([
    ['it was checked today', officeNumber.replace('2026-01-01', today), []],
    ['it was checked tomorrow', officeNumber.replace('2026-01-01', '2026-11-29'), ['warning D-03 47']],
    ['it is reviewed on the day of the check', officeNumber.replace('2027-01-01', '2026-01-01'), []],
    ['it is reviewed before the check', officeNumber.replace('2027-01-01', '2025-12-31'), ['warning D-04 47']],
    [
      'it is checked in the future and reviewed before that',
      officeNumber.replace('2026-01-01', '2099-01-01'),
      ['warning D-03 47', 'warning D-04 47'],
    ],
  ])('%s', (_what, to, rules) => expect(found(['line.yaml', officeNumber, to])).toEqual(rules));

  test('a number cannot have been tried tomorrow', () => {
    expect(found(['line.yaml', 'triedOn: "2026-01-01"', 'triedOn: "2026-11-29"'])).toEqual(['warning D-03 41']);
    expect(found(['line.yaml', 'triedOn: "2026-01-01"', `triedOn: "${today}"`])).toEqual([]);
  });

  test('public holidays must be known until the day of the review', () => {
    const until = (reviewBy: string) =>
      found(
        ['line.yaml', 'eachYear:', 'holidays: japan\n      eachYear:'],
        [
          'line.yaml',
          `${hours}\n    source: made up\n    checkedOn: "2026-01-01"\n    reviewBy: "2027-01-01"`,
          `${hours}\n    source: made up\n    checkedOn: "2026-01-01"\n    reviewBy: "${reviewBy}"`,
        ],
      );
    expect(until('2049-12-31')).toEqual([]);
    expect(until('2050-01-01')).toEqual(['warning D-07 54']);
    const later = checkDraft(
      fixtureDraft(['line.yaml', 'eachYear:', 'holidays: japan\n      eachYear:']),
      '2051-05-03',
    );
    expect(later.map(({ rule }) => rule)).toContain('D-07');
  });
});

describe('Opening hours', () => {
  test.each([
    ['overlap', '{ days: [1], opens: "08:00", closes: "18:00" }', ['error D-05 50']],
    ['repeat', '{ days: [1, 2, 3, 4, 5], opens: "09:00", closes: "17:00" }', ['error D-05 50']],
    ['touch', '{ days: [1], opens: "17:00", closes: "18:00" }', []],
    ['are on another day', '{ days: [6], opens: "09:00", closes: "17:00" }', []],
  ])('that %s', (_what, stretch, rules) => {
    expect(found(['line.yaml', hours, hours.replace(' }]', ` }, ${stretch}]`)])).toEqual(rules);
  });

  test('cannot have closing days that cover more than half of every year', () => {
    const swapped: Change = ['line.yaml', '{ from: closedFrom, to: closedTo }', '{ from: closedTo, to: closedFrom }'];
    expect(found(swapped)).toEqual(['error D-08 45']);
    expect([daysClosed('12-29', '01-03'), daysClosed('01-03', '12-29'), daysClosed('05-01', '05-01')]).toEqual([
      6, 362, 1,
    ]);
  });
});

describe('Numbers and names of the line', () => {
  test('the number that is said should be one of the dialled numbers', () => {
    const other: Change = ['line.yaml', 'number: "+81300000000"', 'number: "+81300000001"'];
    expect(found(other)).toEqual(['warning D-06 36']);
    const second: Change = [
      'line.yaml',
      'number: "+81300000000"',
      'number: "+81300000001"\n        source: made up\n        triedOn: "2026-01-01"\n      - number: "+81300000000"',
    ];
    expect(found(second)).toEqual([]);
  });

  test.each([
    ['announcer', ['announcers: [ja, en]', 'announcers: [ja, en, ja]'], 4],
    ['language of a destination', ['languages: [ja, en]\n    dials', 'languages: [ja, ja, en]\n    dials'], 37],
    [
      'number of a destination',
      [
        '      - number: "+81300000000"',
        '      - { number: "+81300000000", source: made up, triedOn: "2026-01-01" }\n      - number: "+81300000000"',
      ],
      40,
    ],
  ] as const)('no %s is listed twice', (_what, [from, to], line) => {
    expect(found(['line.yaml', from, to])).toEqual([`error M-12 ${line}`]);
  });
});

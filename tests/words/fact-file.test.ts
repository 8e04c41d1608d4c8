import { describe, expect, test } from '#jest';
import { factFile } from '../../src/words/fact-file.ts';
import { isPartName, lineFile } from '../../src/words/line-file.ts';

const from = { source: 'made up', checkedOn: '2026-01-01', reviewBy: '2026-12-31' };
const accepts = (fact: object) => factFile.safeParse({ ...fact, ...from }).success;
const hours = (opens: string, closes: string) => ({ type: 'hours', value: [{ days: [1], opens, closes }] });

describe('Facts', () => {
  test.each([
    ['12-29', true],
    ['02-29', true],
    ['02-30', false],
    ['04-31', false],
    ['13-01', false],
  ])('the day %s exists: %s', (value, exists) => {
    expect(accepts({ type: 'day', value })).toBe(exists);
  });

  test.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['9:30', false],
  ])('the time %s is valid: %s', (value, isValid) => {
    expect(accepts({ type: 'time', value })).toBe(isValid);
  });

  test('opening hours may last until 24:00, but not longer', () => {
    expect(accepts(hours('09:00', '24:00'))).toBe(true);
    expect(accepts(hours('09:00', '24:30'))).toBe(false);
    expect(accepts(hours('24:00', '24:00'))).toBe(false);
  });
});

test.each([
  ['notice.envelope', true, true],
  ['disaster-plan.bag', true, true],
  ['again', false, false],
  ['constructor', false, false],
  ['topic.card.menu', false, false],
  ['destination.desk.number', false, false],
  // An older line may have one of these parts, and can still be read. The console no longer accepts such a part.
  ['disaster.flood', false, true],
  ['disaster-place.north', false, true],
  ['disaster-place-also.north', false, true],
  ['disaster-action.leave', false, true],
])('a topic may get the part %s: %s. A line that already has it can be read: %s', (part, may, isReadable) => {
  const { topics } = lineFile.shape;
  expect(isPartName(part)).toBe(may);
  expect(topics.safeParse([{ id: 'one', key: '1', parts: [part] }]).success).toBe(isReadable);
});

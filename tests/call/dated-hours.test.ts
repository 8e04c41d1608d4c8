import { describe, expect, test } from '#jest';
import type { Hours } from '../../src/call/line.ts';
import { findPerson, isOpen } from '../../src/call/person.ts';
import { representativeConditions, walk } from '../../src/call/walk.ts';
import type { LineFile } from '../../src/words/line-file.ts';
import { lineFile } from '../../src/words/line-file.ts';
import { toLine } from '../../src/words/to-line.ts';
import { bundledDraft } from '../support/bundled.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';

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

/** The made-up line, whose office has these days. */
const withDates = (dates: NonNullable<LineFile['destinations'][number]['dates']>): LineFile => {
  const { line } = fixtureDraft();
  return { ...line, destinations: line.destinations.map((each) => ({ ...each, dates })) };
};

describe('A line', () => {
  test('without such days is what it always was', () => {
    for (const { line } of [fixtureDraft(), bundledDraft()]) {
      expect(JSON.stringify(toLine(line))).not.toContain('dated');
    }
  });

  test('puts nobody through then, and callers hear that it is closed', () => {
    const line = toLine(withDates([{ kind: 'closed', from: '2026-11-25' }]));
    const at = (now: string) => ({ now, dialsUntried: true, mayTransfer: true, disaster: null });
    expect(findPerson(line, at(tokyo('2026-11-25T10:00')), 'ja')).toEqual({ reason: 'closed' });
    expect(findPerson(line, at(tokyo('2026-11-26T10:00')), 'ja')).toHaveProperty('numbers');
  });

  test('is walked at such days too, so that what callers hear then is known', () => {
    const dates = [{ kind: 'open', from: '2031-01-01', begins: '00:00', ends: '24:00' }] as const;
    const { line } = fixtureDraft();
    const never = { ...toLine(withDates([...dates])) };
    const alwaysClosed = {
      ...never,
      destinations: never.destinations.map((each) => ({
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

describe('A file', () => {
  test.each<[string, object]>([
    ['with one time', { kind: 'closed', from: '2026-12-01', begins: '09:00' }],
    ['that ends before it begins', { kind: 'closed', from: '2026-12-02', to: '2026-12-01' }],
    ['with times in the wrong order', { kind: 'open', from: '2026-12-01', begins: '12:00', ends: '09:00' }],
    ['with a day that does not exist', { kind: 'closed', from: '2026-11-31' }],
  ])('%s is refused', (_, date) => {
    expect(lineFile.safeParse(withDates([date as never])).success).toBe(false);
  });

  test('takes sixty such days', () => {
    const days = (count: number) =>
      Array.from({ length: count }, () => ({ kind: 'closed', from: '2026-12-01' }) as const);
    expect(lineFile.safeParse(withDates(days(60))).success).toBe(true);
    expect(lineFile.safeParse(withDates(days(61))).success).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import { fromMomentText, toMomentText } from '../../src/database/moment-text.ts';

const moments = fc.integer({ min: Date.parse('0000-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59.999Z') });

describe('Moments as text', () => {
  test('come back as they were, and sort like numbers', () => {
    fc.assert(
      fc.property(moments, moments, (one, other) => {
        expect(fromMomentText(toMomentText(one))).toBe(one);
        expect(toMomentText(one) < toMomentText(other)).toBe(one < other);
      }),
    );
  });

  test('are refused after the year 9999, and if they are not a number', () => {
    expect(() => toMomentText(Date.parse('+010000-01-01T00:00:00Z'))).toThrow(RangeError);
    expect(() => toMomentText(Number.NaN)).toThrow(RangeError);
  });
});

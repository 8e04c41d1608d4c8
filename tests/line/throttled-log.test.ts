import { describe, expect, jest, test } from '#jest';
import { createThrottledLog } from '../../src/line/throttled-log.ts';

describe('An event that strangers can cause', () => {
  test('is logged at once, then in one summary a minute, and after a quiet minute at once again', () => {
    jest.useFakeTimers();
    try {
      const told: unknown[] = [];
      const happened = createThrottledLog((counts) => told.push(counts));
      happened('a');
      for (let count = 0; count < 1000; count += 1) happened(count % 2 ? 'a' : 'b');
      expect(told).toEqual([{ a: 1 }]);
      jest.advanceTimersByTime(60_000);
      expect(told.slice(1)).toEqual([{ a: 500, b: 500 }]);
      happened('b');
      jest.advanceTimersByTime(60_000);
      expect(told.slice(2)).toEqual([{ b: 1 }]);
      jest.advanceTimersByTime(60_000);
      expect(told).toHaveLength(3);
      happened('c');
      expect(told.slice(3)).toEqual([{ c: 1 }]);
    } finally {
      jest.useRealTimers();
    }
  });

  test('is counted together with others if there are too many kinds', () => {
    jest.useFakeTimers();
    try {
      const told: Readonly<Record<string, number>>[] = [];
      const happened = createThrottledLog((counts) => told.push(counts));
      for (let count = 0; count < 5000; count += 1) happened(count === 2 ? '__proto__' : `kind ${count}`);
      jest.advanceTimersByTime(60_000);
      const [, sum = {}] = told;
      expect(Object.keys(sum).length).toBeLessThanOrEqual(21);
      expect(Object.values(sum).reduce((all, one) => all + one, 0)).toBe(4999);
    } finally {
      jest.useRealTimers();
    }
  });
});

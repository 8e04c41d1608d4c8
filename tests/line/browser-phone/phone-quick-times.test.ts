import { describe, expect, test } from '#jest';
import { quickTimes } from '../../../src/line/browser-phone/page/quick-times.js';

describe('the quick times of the browser phone', () => {
  test('are on the next suitable days after a Saturday', () => {
    expect(quickTimes('2026-11-21')).toEqual({
      weekday: '2026-11-24T10:00',
      night: '2026-11-24T23:00',
      sunday: '2026-11-22T10:00',
      'new-years-eve': '2026-12-31T10:00',
    });
  });

  test('are never today: on a Sunday, the next Sunday; on New Year’s Eve, the next one', () => {
    expect(quickTimes('2026-11-22').sunday).toBe('2026-11-29T10:00');
    expect(quickTimes('2026-12-31')['new-years-eve']).toBe('2027-12-31T10:00');
  });

  test('may be on 29 February', () => {
    expect(quickTimes('2028-02-26').weekday).toBe('2028-02-29T10:00');
  });
});

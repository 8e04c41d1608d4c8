import { describe, expect, test } from '#jest';
import { type Alert, alertWords } from '../../src/alerts/alert.ts';
import { type AlertKind, alertTexts } from '../../src/alerts/alert-texts.ts';
import { createAlerts } from '../../src/alerts/send-alerts.ts';

const kinds = Object.keys(alertTexts) as AlertKind[];
const [minute, hour] = [60_000, 3_600_000];
const start = Date.parse('2026-11-30T00:00:00Z');

/** Alerts as one process raises them, a receiver that collects them in `sent`, and a clock that the test moves. */
function open(sent: Alert[] = []) {
  const time = { now: 5 };
  const raise = createAlerts(
    [{ send: async (alert) => void sent.push(alert) }],
    () => time.now,
    () => {},
    () => start + time.now,
  );
  return { raise, sent, time };
}

describe.each(kinds)('The alert %s', (kind) => {
  test('is sent once an hour, to the millisecond', () => {
    const { raise, sent, time } = open();
    raise(kind);
    time.now += 3_599_999;
    raise(kind);
    expect(sent).toHaveLength(1);
    time.now += 1;
    raise(kind);
    expect(sent).toHaveLength(2);
    // The hour is counted from the alert that was sent. The alert that was held back does not restart it.
    time.now += 3_599_999;
    raise(kind);
    expect(sent).toHaveLength(2);
  });

  test('names the time at which it was first raised, and a new time after an hour without it', () => {
    const { raise, sent, time } = open();
    const first = start + time.now;
    for (let at = 0; at < 3 * hour; at += 50 * minute) {
      raise(kind);
      time.now += 50 * minute;
    }
    expect(sent.map(({ since }) => since)).toEqual([first, first]);
    time.now += 10 * minute;
    raise(kind);
    expect(sent.at(-1)?.since).toBe(start + time.now);
    // The caller may say how long it has lasted.
    time.now += hour;
    raise(kind, { lasting: 2 * minute });
    expect(sent.at(-1)?.since).toBe(start + time.now - 2 * minute);
  });

  test('says what has happened and since when, in both languages', () => {
    const { ja, en } = alertWords({ kind, details: [], since: start });
    expect(ja).toBe(`${alertTexts[kind].ja}\n11/30 09:00から。`);
    expect(en).toBe(`${alertTexts[kind].en}\nSince 11/30 09:00 (Japan).`);
  });
});

test('A restarted process does not know what was sent, so it sends an alert about what is still wrong once more', () => {
  const { raise, sent, time } = open();
  raise('database-gone');
  time.now += minute;
  raise('database-gone');
  expect(sent).toHaveLength(1);
  open(sent).raise('database-gone');
  expect(sent).toHaveLength(2);
});

test('The details of an alert are computed only when it is sent, and an error in doing so is not thrown', () => {
  const { raise, sent } = open();
  let asked = 0;
  const details = () => {
    asked += 1;
    return [{ ja: '番号', en: 'a number' }];
  };
  for (let time = 0; time < 5; time += 1) raise('settings-wrong', { details });
  expect([asked, sent.length]).toEqual([1, 1]);
  const broken = () => {
    throw new Error('no names');
  };
  expect(() => raise('trouble-spoken', { details: broken })).not.toThrow();
});

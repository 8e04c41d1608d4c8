import fc from 'fast-check';
import { expect, test } from '#jest';
import { believedAfter, createSteadyClock } from '../../../src/office/editions/schedule/steady-clock.ts';

const minute = 60_000;

function open() {
  const time = { passed: 0, clock: 1_000_000 };
  const steady = createSteadyClock(
    () => time.clock,
    () => time.passed,
  );
  const pass = (milliseconds: number) => {
    time.passed += milliseconds;
    time.clock += milliseconds;
    return steady();
  };
  return { time, pass };
}

test('An undisturbed clock is believed from the first reading on', () => {
  const { time, pass } = open();
  for (const wait of [0, 10, minute, 60 * minute, 10_000]) expect(pass(wait)).toBe(time.clock);
});

test('A step forwards is believed after ten minutes', () => {
  const { time, pass } = open();
  const began = pass(0);
  time.clock += 60 * minute;
  expect(pass(10_000)).toBe(began + 10_000);
  for (let passed = 20_000; passed < believedAfter + 10_000; passed += 10_000)
    expect(pass(10_000)).toBe(began + passed);
  expect(pass(10_000)).toBe(time.clock);
});

test('A second, larger step has to last for ten minutes of its own', () => {
  const { time, pass } = open();
  pass(0);
  time.clock += 1000;
  for (let count = 0; count < 9; count += 1) pass(minute);
  time.clock += 600 * minute;
  pass(minute);
  expect(pass(minute)).toBe(time.clock - 600 * minute);
});

test('A clock that is set back is followed at once', () => {
  const { time, pass } = open();
  pass(minute);
  time.clock -= 5 * minute;
  expect(pass(0)).toBe(time.clock);
});

test('A steady clock is ahead neither of the clock nor of the readings of ten minutes and the one before, counted on from then', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 20 * minute }), fc.integer({ min: -1e9, max: 1e9 }))),
      (steps) => {
        const { time, pass } = open();
        const offsets = [{ at: 0, ahead: time.clock }];
        pass(0);
        for (const [wait, set] of steps) {
          time.clock += set;
          const said = pass(wait);
          offsets.push({ at: time.passed, ahead: time.clock - time.passed });
          expect(said).toBeLessThanOrEqual(time.clock);
          const before = offsets.findLast(({ at }) => at <= time.passed - believedAfter);
          if (before) expect(said).toBeLessThanOrEqual(time.passed + before.ahead);
          for (const { at, ahead } of offsets) {
            if (at > time.passed - believedAfter) expect(said).toBeLessThanOrEqual(time.passed + ahead);
          }
        }
      },
    ),
  ));

import { expect, test } from '#jest';
import { createQuietCollector } from '../../src/office/collect-when-quiet.ts';

test('Garbage is collected twice after each use of the console, when nobody has used the office for a minute', () => {
  let [now, count] = [0, 0];
  const collector = createQuietCollector(
    () => {
      count += 1;
    },
    () => now,
  );
  const lookFor = (minutes: number) => {
    for (let looks = 0; looks < minutes * 3; looks += 1) {
      now += 20_000;
      // A line on another machine also asks whether this office answers.
      collector.asked('/');
      collector.check();
    }
    const collected = count;
    count = 0;
    return collected;
  };
  expect(lookFor(5)).toBe(2);
  expect(lookFor(5)).toBe(0);
  collector.asked('/console/texts');
  expect(lookFor(0.5)).toBe(0);
  // During a call, the line requests missing sounds. A collection would delay them.
  for (let turns = 0; turns < 10; turns += 1) {
    collector.asked('/audio/abc.wav');
    expect(lookFor(0.5)).toBe(0);
  }
  expect(lookFor(5)).toBe(2);
  collector.asked('/audio/abc.wav');
  expect(lookFor(5)).toBe(0);
});

test('The real collection throws no error', () => {
  let now = 0;
  const clock = () => {
    now += 100_000;
    return now;
  };
  const collector = createQuietCollector(undefined, clock);
  expect(() => collector.check()).not.toThrow();
});

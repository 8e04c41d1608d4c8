import { expect, test } from '#jest';
import { createQuietCollector } from '../../src/office/collect-when-quiet.ts';

test('Memory is given back a minute after the last request that followed work in the office, and not under anybody', () => {
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
  expect(lookFor(5)).toBe(3);
  expect(lookFor(5)).toBe(0);
  collector.asked('/console/texts');
  expect(lookFor(0.5)).toBe(0);
  // A call whose sounds the line lacks: nobody waits for us while it lasts.
  for (let turns = 0; turns < 10; turns += 1) {
    collector.asked('/audio/abc.wav');
    expect(lookFor(0.5)).toBe(0);
  }
  expect(lookFor(5)).toBe(3);
  collector.asked('/audio/abc.wav');
  expect(lookFor(5)).toBe(0);
});

test('The real collection works', () => {
  let now = 0;
  const clock = () => {
    now += 100_000;
    return now;
  };
  const collector = createQuietCollector(undefined, clock);
  expect(() => collector.check()).not.toThrow();
});

import { setImmediate } from 'node:timers/promises';
import { expect, test } from '#jest';
import { createPacer } from '../../src/line/pacer.ts';

test('A thousand tasks that arrive at once run a few at a time, in order, with other work in between', async () => {
  const pace = createPacer();
  const done: number[] = [];
  for (let piece = 0; piece < 1000; piece += 1) pace(() => done.push(piece));
  expect(done).toEqual([]);
  const inTurns: number[] = [];
  for (let before = 0; done.length < 1000; before = done.length) {
    await setImmediate();
    inTurns.push(done.length - before);
  }
  expect(Math.max(...inTurns)).toBeLessThanOrEqual(4);
  expect(done).toEqual(Array.from({ length: 1000 }, (_, piece) => piece));
  pace(() => done.push(1000));
  await setImmediate();
  await setImmediate();
  expect(done.at(-1)).toBe(1000);
});

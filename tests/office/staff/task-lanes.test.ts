import { expect, test } from '#jest';
import { createTaskLanes, type Lane } from '../../../src/office/staff/task-lanes.ts';

/** Lanes, and tasks that the test ends. */
function lanesOf(mostStrangers: number) {
  const inTurn = createTaskLanes(mostStrangers);
  const begun: string[] = [];
  const add = (lane: Lane, name: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const result = inTurn(lane, () => {
      begun.push(name);
      return promise;
    });
    return { result, end: () => resolve(name), fail: () => reject(new Error(name)) };
  };
  return { begun, add };
}

test('One task runs at a time; known browsers come first, and each lane keeps its order', async () => {
  const { begun, add } = lanesOf(10);
  const tasks = [
    add('stranger', 'a'),
    add('stranger', 'b'),
    add('known', 'c'),
    add('stranger', 'd'),
    add('known', 'e'),
  ];
  expect(begun).toEqual(['a']);
  for (const { end } of tasks) end();
  expect(await Promise.all(tasks.map(({ result }) => result))).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(begun).toEqual(['a', 'c', 'e', 'b', 'd']);
});

test('A limited number of strangers waits, and any number of known browsers', async () => {
  const { begun, add } = lanesOf(2);
  const [running, second, third] = [add('stranger', 'a'), add('stranger', 'b'), add('stranger', 'c')];
  expect(add('stranger', 'd').result).toBeNull();
  const known = add('known', 'e');
  running.end();
  expect(await running.result).toBe('a');
  for (const { end } of [second, third, known]) end();
  await third.result;
  expect(begun).toEqual(['a', 'e', 'b', 'c']);
  const later = add('stranger', 'f');
  later.end();
  expect(await later.result).toBe('f');
});

test('A task that fails, or throws at once, rejects for its caller and does not stop the others', async () => {
  const { add } = lanesOf(2);
  const [bad, good] = [add('stranger', 'bad'), add('stranger', 'good')];
  bad.fail();
  good.end();
  await expect(bad.result).rejects.toThrow('bad');
  expect(await good.result).toBe('good');
  const inTurn = createTaskLanes(2);
  const thrown = inTurn('known', () => {
    throw new Error('at once');
  });
  await expect(thrown).rejects.toThrow('at once');
  expect(await inTurn('known', async () => 'next')).toBe('next');
});

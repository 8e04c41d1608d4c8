import { setTimeout } from 'node:timers/promises';
import { expect, test } from '#jest';
import {
  askThread,
  BusyThreadError,
  createThreadQueue,
  isOutOfMemory,
  LateThreadError,
} from '../../src/common/ask-thread.ts';

const limits = { milliseconds: 20_000, megabytes: 32 };
const thread = (program: string) => new URL(`data:text/javascript,${encodeURIComponent(program)}`);
const threads = "import { parentPort, workerData } from 'node:worker_threads';";

test('A thread answers one question, and sees no environment variables', async () => {
  const program = `${threads} parentPort.postMessage([workerData, Object.keys(process.env).length]);`;
  expect(await askThread(thread(program), 7, limits)).toEqual([7, 0]);
});

test('A thread that does not answer, fails, ends or takes too much memory causes an error', async () => {
  const never = askThread(thread('setInterval(() => {}, 1000);'), null, { ...limits, milliseconds: 50 });
  await expect(never).rejects.toBeInstanceOf(LateThreadError);
  await expect(askThread(thread('throw new Error("No paper.");'), null, limits)).rejects.toThrow('No paper.');
  await expect(askThread(thread(''), null, limits)).rejects.toThrow('without an answer');
  const greedy = thread('const kept = []; for (;;) kept.push([...Array(1000).keys()]);');
  const tooMuch = await askThread(greedy, null, { ...limits, youngMegabytes: 4 }).catch((error: unknown) => error);
  expect(isOutOfMemory(tooMuch)).toBe(true);
});

test('A thread is ended after its answer, and when its time is over', async () => {
  for (const [program, milliseconds] of [
    ['parentPort.postMessage(0);', 20_000],
    ['', 300],
  ] as const) {
    const beats = new Int32Array(new SharedArrayBuffer(4));
    const beating = `${threads} setInterval(() => Atomics.add(workerData, 0, 1), 1); ${program}`;
    await askThread(thread(beating), beats, { ...limits, milliseconds }).catch(() => {});
    const last = Atomics.load(beats, 0);
    await setTimeout(50);
    expect(Atomics.load(beats, 0)).toBe(last);
  }
});

test('A queue runs one thread at a time, creates each question in its turn, and refuses questions when it is full', async () => {
  const ask = createThreadQueue(3);
  const running = new Int32Array(new SharedArrayBuffer(12));
  // Three counters: how many threads are running, the most that ever ran at once, and how many have answered.
  const counting = `${threads} const [all] = [Atomics.add(workerData, 0, 1) + 1];
    if (all > Atomics.load(workerData, 1)) Atomics.store(workerData, 1, all);
    setTimeout(() => { Atomics.sub(workerData, 0, 1); Atomics.add(workerData, 2, 1); parentPort.postMessage(all); }, 30);`;
  const created: string[] = [];
  const asked = Array.from({ length: 4 }, (_, index) =>
    ask(
      thread(counting),
      () => {
        created.push(`question ${index} after ${Atomics.load(running, 2)} answers`);
        return running;
      },
      limits,
    ),
  );
  const ends = await Promise.allSettled(asked);
  expect(created).toEqual([0, 1, 2].map((index) => `question ${index} after ${index} answers`));
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
  expect([ends[3], Atomics.load(running, 1)]).toEqual([
    expect.objectContaining({ reason: expect.any(BusyThreadError) }),
    1,
  ]);
  await expect(ask(thread('throw new Error("No paper.");'), () => null, limits)).rejects.toThrow('No paper.');
  expect(await ask(thread(`${threads} parentPort.postMessage(workerData);`), () => 7, limits)).toBe(7);
});

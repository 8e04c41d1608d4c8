import { expect, test } from '#jest';
import { askThread, isOutOfMemory, LateThreadError } from '../../src/common/ask-thread.ts';

const limits = { milliseconds: 20_000, megabytes: 32 };
const thread = (program: string) => new URL(`data:text/javascript,${encodeURIComponent(program)}`);
const threads = "import { parentPort, workerData } from 'node:worker_threads';";

test('A thread answers one question, and is given nothing of the environment', async () => {
  const program = `${threads} parentPort.postMessage([workerData, Object.keys(process.env).length]);`;
  expect(await askThread(thread(program), 7, limits)).toEqual([7, 0]);
});

test('A thread that never answers, fails, ends or takes too much memory is an error', async () => {
  const never = askThread(thread('setInterval(() => {}, 1000);'), null, { ...limits, milliseconds: 50 });
  await expect(never).rejects.toBeInstanceOf(LateThreadError);
  await expect(askThread(thread('throw new Error("No paper.");'), null, limits)).rejects.toThrow('No paper.');
  await expect(askThread(thread(''), null, limits)).rejects.toThrow('without an answer');
  const greedy = thread('const kept = []; for (;;) kept.push([...Array(1000).keys()]);');
  const tooMuch = await askThread(greedy, null, { ...limits, youngMegabytes: 4 }).catch((error: unknown) => error);
  expect(isOutOfMemory(tooMuch)).toBe(true);
});

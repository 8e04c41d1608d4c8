import { expect, test } from '#jest';
import { lastingChannel, type WorkerChannel } from './support/test-runner.ts';

test('A worker that asks long after the others also gets its answer', () => {
  // Like the runner: answers every listener once, and then forgets it.
  const waiting = new Set<(message: unknown) => void>();
  const answerOnce: WorkerChannel = {
    onMessage: (listener) => void waiting.add(listener),
    postMessage() {
      for (const listener of waiting) listener('answer');
      waiting.clear();
    },
  };
  const heard = { quick: [] as unknown[], slow: [] as unknown[] };
  const channel = lastingChannel(answerOnce);
  expect(lastingChannel(answerOnce)).toBe(channel);
  channel.onMessage((message) => heard.quick.push(message));
  // The process of the slow worker is not listening yet, so it loses what is sent now.
  let isUp = false;
  channel.onMessage((message) => void (isUp && heard.slow.push(message)));
  channel.postMessage('ask');
  expect(heard).toEqual({ quick: ['answer'], slow: [] });
  isUp = true;
  channel.postMessage('ask');
  expect(heard.slow).toEqual(['answer']);
});

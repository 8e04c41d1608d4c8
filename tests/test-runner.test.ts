import { expect, test } from '#jest';
import { lastingChannel, type WorkerChannel } from './support/test-runner.ts';

test('A worker that asks long after the others gets its answer, too', () => {
  // As the runner does it: everybody who listens is answered once, and forgotten.
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
  // Its process is not listening yet, so that what it is sent now is lost.
  let isUp = false;
  channel.onMessage((message) => void (isUp && heard.slow.push(message)));
  channel.postMessage('ask');
  expect(heard).toEqual({ quick: ['answer'], slow: [] });
  isUp = true;
  channel.postMessage('ask');
  expect(heard.slow).toEqual(['answer']);
});

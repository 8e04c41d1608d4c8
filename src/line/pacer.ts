/** Maximum number of tasks started in one iteration of the event loop. */
const mostInTurn = 4;

/**
 * Starts a few tasks in each iteration of the event loop, in order of arrival. So a thousand tasks that arrive at the
 * same time do not delay webhooks.
 * @returns a function that queues a task
 */
export function createPacer(): (work: () => void) => void {
  const waiting: (() => void)[] = [];
  const run = () => {
    for (const work of waiting.splice(0, mostInTurn)) work();
    if (waiting.length > 0) setImmediate(run);
  };
  return (work) => {
    waiting.push(work);
    if (waiting.length === 1) setImmediate(run);
  };
}

/** Pieces of work that are begun in one turn of the event loop. */
const mostInTurn = 4;

/**
 * Begins a few pieces of work in each turn of the event loop, in the order in which they came: of a thousand that come at once
 * none holds up the webhooks between them.
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

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface Position {
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** A function: the URL of its module, and the positions where it begins and ends. */
export interface CalledFunction {
  readonly url: string;
  readonly start: Position;
  readonly end: Position;
}

/** The position of a character in a text. */
export function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { lineNumber: before.length - 1, columnNumber: before.at(-1)?.length ?? 0 };
}

/**
 * Observes `functions` during `work`.
 * @returns the URLs of the modules whose functions were called, in the order of the first call in each
 */
export async function firstCalls(
  functions: readonly CalledFunction[],
  work: () => Promise<unknown>,
): Promise<string[]> {
  const thread = new Worker(new URL('./pausing-thread.ts', import.meta.url), { workerData: functions });
  const ended = once(thread, 'exit');
  await once(thread, 'message');
  await work();
  thread.postMessage('done');
  const [called]: string[][] = await once(thread, 'message');
  // The thread ends by itself. Ending a thread while it disconnects from the debugger can crash the process.
  await ended;
  return [...new Set(called)];
}

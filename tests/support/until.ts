import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds between two calls of `look`. */
const pause = 20;

/**
 * Calls `look` again and again until it returns a result.
 * @param what the thing to wait for. It ends the sentence of the error
 * @param look returns null, undefined or false while there is no result
 * @param within time limit in milliseconds. The default is generous, because a machine that runs other tests is slow
 * @throws Error that contains `what`, if the time limit has passed
 */
export async function until<Seen>(
  what: string,
  look: () => Seen | Promise<Seen>,
  within = 180_000,
): Promise<Exclude<Seen, null | undefined | false>> {
  const deadline = performance.now() + within;
  for (;;) {
    const seen = await look();
    if (isSomething(seen)) return seen;
    if (performance.now() > deadline) throw new Error(`Waited ${within} ms without success for ${what}.`);
    await wait(pause);
  }
}

const isSomething = <Seen>(seen: Seen): seen is Exclude<Seen, null | undefined | false> =>
  seen !== null && seen !== undefined && seen !== false;

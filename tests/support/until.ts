import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds between two looks. */
const pause = 20;

/**
 * Looks again and again until there is something to see.
 * @param what what is waited for, as the end of a sentence
 * @param look answers null, undefined or false while there is nothing
 * @param within milliseconds; generous, because a machine busy with other tests is slow
 * @throws Error naming what did not come
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
    if (performance.now() > deadline) throw new Error(`Waited ${within} ms in vain for ${what}.`);
    await wait(pause);
  }
}

const isSomething = <Seen>(seen: Seen): seen is Exclude<Seen, null | undefined | false> =>
  seen !== null && seen !== undefined && seen !== false;

import type { Narration } from '../../speech/narration.ts';
import type { Edition } from './edition.ts';
import { everyScript } from './every-script.ts';

/** Milliseconds of counting before calls get their turn. */
const slice = 8;

/** The edition that was asked about last: preparing, calling and publishing it want the same list, which takes most of a second. */
let known = new WeakMap<Edition, Promise<Narration[]>>();

/** Every narration of an edition, each once; gives way to calls now and then. */
export function everyNarration(edition: Edition): Promise<readonly Narration[]> {
  const before = known.get(edition);
  if (before) return before;
  const narrations = count(edition);
  // One list is enough, and goes with its edition.
  known = new WeakMap([[edition, narrations]]);
  narrations.catch(() => known.delete(edition));
  return narrations;
}

async function count(edition: Edition): Promise<Narration[]> {
  const narrations = new Map<string, Narration>();
  let sliceEnds = performance.now() + slice;
  for (const script of everyScript(edition)) {
    if (script) narrations.set(script.narration.key, script.narration);
    if (performance.now() < sliceEnds) continue;
    await new Promise((resolve) => setImmediate(resolve));
    sliceEnds = performance.now() + slice;
  }
  return [...narrations.values()];
}

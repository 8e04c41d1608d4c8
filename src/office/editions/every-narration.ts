import type { Narration } from '../../speech/narration.ts';
import type { Edition } from './edition.ts';
import { everyScript } from './every-script.ts';

/** Milliseconds of counting before calls get their turn. */
const slice = 8;

/** Every narration of an edition, each once; gives way to calls now and then. */
export async function everyNarration(edition: Edition): Promise<Narration[]> {
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

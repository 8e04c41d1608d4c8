import { setInterval } from 'node:timers/promises';
import { type ApprovedLanguages, withApproved } from './approved-languages.ts';
import { withoutOver } from './disaster-over.ts';
import { type DisasterPlaces, keepState, readState, writeState } from './disaster-places.ts';
import type { DisasterSwitch } from './disaster-switch.ts';

/** Milliseconds between two looks: half of what a warning may take from the command line to the first caller. */
export const lookEvery = 1000;

/** Looks between two times of asking for newly approved languages, and of mending one place from the other. */
const looksToOthers = 5;

export interface DisasterFollowed {
  readonly disaster: DisasterSwitch;
  readonly places: DisasterPlaces;
  readonly approved: ApprovedLanguages;
  /** Hears of each failure once, not with every look. */
  readonly failed: (error: unknown) => void;
}

/**
 * Takes over what another process has switched, brings what could not be kept or written down to where it belongs, and lets
 * languages in as they are approved. Ends with the signal.
 */
export async function followDisaster(
  { disaster, places, approved, failed }: DisasterFollowed,
  signal: AbortSignal,
  every = lookEvery,
): Promise<void> {
  const told = new Set<string>();
  let looks = 0;
  for await (const _ of setInterval(every, undefined, { signal, ref: false })) {
    const { state, revisions, failures } = await readState(places);
    const isNew = state !== null && disaster.adopt(state);
    const problems = [...failures];
    const over = withoutOver(disaster);
    if (over) disaster.adopt(over);
    const { on, drill } = disaster.state;
    const isUnknown = on?.languages === null || drill?.languages === null;
    if ((on || drill) && (isNew || isUnknown || looks % looksToOthers === 0)) {
      try {
        const next = await withApproved(disaster.state, approved);
        if (next) disaster.adopt(next);
      } catch (error) {
        problems.push(error);
      }
    }
    const known = disaster.state;
    const isBehind = known.revision > (state?.revision ?? 0);
    const isOpen = known.unaudited.length > 0 && places.audit !== null;
    if (isBehind || isOpen) {
      const kept = await keepState(places, known);
      disaster.settle(kept.state);
      problems.push(...kept.failures);
    } else if (looks % looksToOthers === 0) {
      // Only where it is missing: what another process writes meanwhile must not be undone. It may be broken for long.
      const missing = [...revisions].filter(([, revision]) => revision < known.revision).map(([place]) => place);
      problems.push(...(await writeState(missing, known)).failures);
    }
    // Told again only after everything has been well for once.
    if (problems.length === 0 && looks % looksToOthers === 0) told.clear();
    for (const problem of problems) {
      if (!told.has(String(problem))) failed(problem);
      told.add(String(problem));
    }
    looks += 1;
  }
}

import { setInterval } from 'node:timers/promises';
import { byProgram } from '../staff/programs.ts';
import { type ApprovedLanguages, withApproved } from './approved-languages.ts';
import { type DisasterState, minutesBetween } from './disaster-state.ts';
import { type DisasterStores, readState, saveState, writeState } from './disaster-stores.ts';
import type { DisasterSwitch } from './disaster-switch.ts';

/** Milliseconds between two polls: half of the time that a warning from the command line may take to reach the first caller. */
const pollInterval = 1000;

/** Polls between two lookups of newly approved languages, and between two repairs of stores that lack the state. */
const pollsToOthers = 5;

interface DisasterFollowed {
  readonly disaster: DisasterSwitch;
  readonly stores: DisasterStores;
  readonly approved: ApprovedLanguages;
  /** Called when a failure first occurs, not at every poll. */
  readonly failed: (error: unknown) => void;
}

/**
 * Adopts what another process has switched, ends expired notices, retries what could not be saved or audited, and keeps the
 * approved languages of notices up to date. Runs until the signal.
 */
export async function followDisaster(
  { disaster, stores, approved, failed }: DisasterFollowed,
  signal: AbortSignal,
  every = pollInterval,
): Promise<void> {
  const reported = new Set<string>();
  let polls = 0;
  for await (const _ of setInterval(every, undefined, { signal, ref: false })) {
    const { state, revisions, failures } = await readState(stores);
    const isNew = state !== null && disaster.adopt(state);
    const problems = [...failures];
    const ended = endExpired(disaster);
    if (ended) disaster.adopt(ended);
    const { on, drill } = disaster.state;
    const isUnknown = on?.languages === null || drill?.languages === null;
    if ((on || drill) && (isNew || isUnknown || polls % pollsToOthers === 0)) {
      try {
        const next = await withApproved(disaster.state, approved);
        if (next) disaster.adopt(next);
      } catch (error) {
        problems.push(error);
      }
    }
    const known = disaster.state;
    const isBehind = known.revision > (state?.revision ?? 0);
    const isOpen = known.unaudited.length > 0 && stores.audit !== null;
    if (isBehind || isOpen) {
      const saved = await saveState(stores, known);
      disaster.settle(saved.state);
      problems.push(...saved.failures);
    } else if (polls % pollsToOthers === 0) {
      // Writes only to stores that lack the state, so as not to undo what another process is writing. Not done at every poll,
      // because a store may stay broken for long.
      const missing = [...revisions].filter(([, revision]) => revision < known.revision).map(([store]) => store);
      problems.push(...(await writeState(missing, known)).failures);
    }
    // A failure is reported again only after a poll without failures that also included lookups and repairs.
    if (problems.length === 0 && polls % pollsToOthers === 0) reported.clear();
    for (const problem of problems) {
      if (!reported.has(String(problem))) failed(problem);
      reported.add(String(problem));
    }
    polls += 1;
  }
}

/**
 * Removes expired notices from the state, and adds entries about their end, to be audited. The audited time is the end that was
 * set, no matter which process notices the expiry, and when, so that all processes write the same entry.
 * @returns the next state; null if nothing has expired
 */
function endExpired({ state, isOver }: Pick<DisasterSwitch, 'state' | 'isOver'>): DisasterState | null {
  const expired = (['on', 'drill'] as const).filter(isOver);
  if (expired.length === 0) return null;
  const entries = expired.flatMap((mode) => {
    const notice = state[mode];
    if (!notice?.until) return [];
    const about = { kind: notice.kind, minutes: minutesBetween(notice.since, notice.until) };
    return [
      { at: notice.until, who: byProgram('endOfNotice'), act: `${mode === 'on' ? 'disaster' : 'drill'}-off`, about },
    ];
  });
  return {
    on: expired.includes('on') ? null : state.on,
    drill: expired.includes('drill') ? null : state.drill,
    revision: state.revision + 1,
    unaudited: [...state.unaudited, ...entries],
  };
}

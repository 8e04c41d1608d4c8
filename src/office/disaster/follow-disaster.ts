import { setInterval } from 'node:timers/promises';
import { byProgram } from '../staff/programs.ts';
import { type ApprovedLanguages, withApproved } from './approved-languages.ts';
import { type DisasterState, minutesBetween } from './disaster-state.ts';
import { type DisasterStores, readState, saveState, writeState } from './disaster-stores.ts';
import type { DisasterSwitch } from './disaster-switch.ts';

/** Polling interval in milliseconds: half of the time a warning may take from the command line to the first caller. */
const pollInterval = 1000;

/** Polls between two lookups of newly approved languages, and between two repairs of one store from the other. */
const pollsToOthers = 5;

interface DisasterFollowed {
  readonly disaster: DisasterSwitch;
  readonly stores: DisasterStores;
  readonly approved: ApprovedLanguages;
  /** Called once for each failure, not at every poll. */
  readonly failed: (error: unknown) => void;
}

/**
 * Adopts what another process has switched, retries what could not be saved or audited, and adds languages as they are
 * approved. Runs until the signal.
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
      // Only the stores that lack it, so as not to undo what another process writes meanwhile. A store may stay broken for long.
      const missing = [...revisions].filter(([, revision]) => revision < known.revision).map(([store]) => store);
      problems.push(...(await writeState(missing, known)).failures);
    }
    // A failure is reported again only after a poll without any.
    if (problems.length === 0 && polls % pollsToOthers === 0) reported.clear();
    for (const problem of problems) {
      if (!reported.has(String(problem))) failed(problem);
      reported.add(String(problem));
    }
    polls += 1;
  }
}

/**
 * Removes notices that have expired from the state, and adds their end to the audit. The audited time is the set end, no matter
 * which process notices it and when: all of them write the same row.
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

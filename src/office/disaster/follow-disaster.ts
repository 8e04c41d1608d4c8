import { setInterval } from 'node:timers/promises';
import { lastingPart } from '../../common/log.ts';
import { type ApprovedLanguages, withApproved } from './approved-languages.ts';
import { type DisasterStores, readState, saveState, writeState } from './disaster-stores.ts';
import type { DisasterSwitch } from './disaster-switch.ts';
import { endExpired } from './end-expired.ts';

/**
 * Milliseconds between two polls. A change that another process has only written to a store is adopted at the next
 * poll.
 */
const pollInterval = 1000;

/**
 * Number of polls between two lookups of newly approved languages, and between two repairs of stores that lack the
 * state.
 */
const pollsToOthers = 5;

interface DisasterFollowed {
  readonly disaster: DisasterSwitch;
  readonly stores: DisasterStores;
  readonly approved: ApprovedLanguages;
  /** Called when a failure first occurs, not at every poll. */
  readonly failed: (error: unknown) => void;
}

/**
 * Adopts what another process has switched, ends expired notices, retries what could not be saved or audited, and keeps
 * the approved languages of notices up to date. It also repairs stores that lack the state. Runs until the signal.
 * @throws AbortError when the signal is aborted
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
    endExpired(disaster);
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
      // Repairs only stores that lack the state, to avoid undoing what another process is writing. Repairs are not
      // tried at every poll, because a store may stay broken for a long time.
      const missing = [...revisions].filter(([, revision]) => revision < known.revision).map(([store]) => store);
      problems.push(...(await writeState(missing, known)).failures);
    }
    // A failure is reported again only after a poll that included lookups and repairs and had no failures.
    if (problems.length === 0 && polls % pollsToOthers === 0) reported.clear();
    for (const problem of problems) {
      const lasting = lastingPart(String(problem));
      if (!reported.has(lasting)) failed(problem);
      reported.add(lasting);
    }
    polls += 1;
  }
}

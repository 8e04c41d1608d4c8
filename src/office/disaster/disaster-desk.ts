import type { LanguageTag } from '../../call/line.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { AuditAbout } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { ApprovedLanguages } from './approved-languages.ts';
import { type DisasterState, minutesBetween, type SwitchedOn } from './disaster-state.ts';
import { type DisasterStores, type StateSaved, saveState } from './disaster-stores.ts';
import type { DisasterSwitch, Mode } from './disaster-switch.ts';
import { endExpired } from './end-expired.ts';
import { type NoticeForm, type NoticeProblem, type ReadNotice, readNotice } from './read-notice.ts';

/** The outcome of an act. `done`: the change is in effect from now on, even if the state could not be saved. */
export type DisasterResult =
  | { readonly kind: 'done'; readonly state: DisasterState; readonly saved: StateSaved }
  | { readonly kind: 'not-right'; readonly why: readonly NoticeProblem[] }
  /** `saved` is null if nothing was written. */
  | { readonly kind: 'not-on'; readonly saved: StateSaved | null }
  | { readonly kind: 'not-allowed' };

/** Switches notices on and off, for staff who may do so. */
export interface DisasterDesk {
  switchOn(actor: Actor, mode: Mode, form: NoticeForm): Promise<DisasterResult>;
  switchOff(actor: Actor, mode: Mode): Promise<DisasterResult>;
  /** Confirms that the notice still applies. */
  renew(actor: Actor, mode: Mode): Promise<DisasterResult>;
}

interface DisasterDeskParts {
  readonly disaster: DisasterSwitch;
  readonly stores: DisasterStores;
  /** The line that callers hear now. */
  readonly line: () => Pick<LineFile, 'disaster' | 'timeZone' | 'languages'>;
  readonly approved: ApprovedLanguages;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export function createDisasterDesk({ disaster, stores, line, approved, clock }: DisasterDeskParts): DisasterDesk {
  const change = async (
    actor: Actor,
    mode: Mode,
    what: string,
    about: AuditAbout,
    next: Pick<DisasterState, 'on' | 'drill'>,
  ): Promise<DisasterResult> => {
    const act = `${mode === 'on' ? 'disaster' : 'drill'}-${what}`;
    const entry = { at: clock(), who: whoIs(actor), act, about };
    const state = { ...next, revision: nextRevision(mode), unaudited: [...disaster.state.unaudited, entry] };
    return { kind: 'done', state, saved: await take(state) };
  };
  /**
   * The revision after an act. An act on the notice itself gets the current time as its revision, or one more than
   * the current revision if that is higher. If no store could be written and the office was then restarted, a line may
   * know a higher revision than all stores. The time is usually higher still, so the newest act takes effect on that
   * line too. An act on a drill only increases the revision by one. With the time as its revision, a drill would end a
   * notice whose state the office could not read.
   */
  const nextRevision = (mode: Mode): number => Math.max(disaster.state.revision + 1, mode === 'on' ? clock() : 0);
  const take = async (state: DisasterState): Promise<StateSaved> => {
    // The change takes effect before it is saved, because a warning cannot wait. `followDisaster` retries a failed
    // save.
    disaster.adopt(state);
    const saved = await saveState(stores, state);
    disaster.settle(saved.state);
    return saved;
  };
  /**
   * Records the end of expired notices, and then returns the notice that is on. Callers no longer hear an expired
   * notice, so the next one is a new notice and not a change of the expired one.
   */
  const current = (mode: Mode): SwitchedOn | null => {
    endExpired(disaster);
    return disaster.state[mode];
  };
  const both = () => ({ on: disaster.state.on, drill: disaster.state.drill });
  return {
    async switchOn(actor, mode, form) {
      if (!may(actor.role, 'disaster')) return { kind: 'not-allowed' };
      const read = readNotice(form, line(), clock());
      if ('problems' in read) return { kind: 'not-right', why: read.problems };
      // If the lookup fails, the warning is switched on all the same. `followDisaster` repeats the lookup.
      const languages = await approved(read.prompts).catch(() => null);
      const before = current(mode);
      const notice = toSwitchedOn(read, languages, before, actor, clock());
      const about = {
        kind: notice.kind,
        places: notice.places.join(' '),
        actions: notice.actions.join(' '),
        languages: notice.languages?.join(' ') ?? null,
        until: notice.until,
      };
      return change(actor, mode, before ? 'changed' : 'on', about, { ...both(), [mode]: notice });
    },
    async switchOff(actor, mode) {
      if (!may(actor.role, 'disaster')) return { kind: 'not-allowed' };
      const before = current(mode);
      if (!before) {
        // Callers may hear a notice that this office does not know. A newer revision without that notice ends it.
        const saved = mode === 'on' ? await take({ ...disaster.state, revision: nextRevision(mode) }) : null;
        return { kind: 'not-on', saved };
      }
      const minutes = minutesBetween(before.since, clock());
      return change(actor, mode, 'off', { kind: before.kind, minutes }, { ...both(), [mode]: null });
    },
    async renew(actor, mode) {
      if (!may(actor.role, 'disaster')) return { kind: 'not-allowed' };
      const before = current(mode);
      if (!before) return { kind: 'not-on', saved: null };
      const notice = { ...before, confirmedAt: clock() };
      return change(actor, mode, 'renewed', { kind: before.kind }, { ...both(), [mode]: notice });
    },
  };
}

function toSwitchedOn(
  { kind, places, actions, at, until }: ReadNotice,
  languages: readonly LanguageTag[] | null,
  before: SwitchedOn | null,
  actor: Actor,
  now: number,
): SwitchedOn {
  return {
    // An id that is made from the time is new even if all stores with the previous ids are lost.
    id: now.toString(36),
    kind,
    places: [...places],
    actions: [...actions],
    at,
    languages: languages && [...languages],
    since: before?.since ?? now,
    until,
    confirmedAt: now,
    by: whoIs(actor),
  };
}

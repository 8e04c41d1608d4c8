import type { LanguageTag } from '../../call/line.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { AuditAbout } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { ApprovedLanguages } from './approved-languages.ts';
import { type DisasterState, minutesBetween, type SwitchedOn } from './disaster-state.ts';
import { type DisasterStores, type StateSaved, saveState } from './disaster-stores.ts';
import type { DisasterSwitch, Mode } from './disaster-switch.ts';
import { type NoticeForm, type NoticeProblem, type ReadNotice, readNotice } from './read-notice.ts';

/** The outcome of an act. If it is `done`, the notice is on or off from now on, even if that could not be saved. */
export type DisasterResult =
  | { readonly kind: 'done'; readonly state: DisasterState; readonly saved: StateSaved }
  | { readonly kind: 'not-right'; readonly why: readonly NoticeProblem[] }
  | { readonly kind: 'not-allowed' | 'not-on' };

/** Moves the switch, for those who may. */
export interface DisasterDesk {
  switchOn(actor: Actor, mode: Mode, form: NoticeForm): Promise<DisasterResult>;
  switchOff(actor: Actor, mode: Mode): Promise<DisasterResult>;
  /** Confirms that the notice still holds. */
  renew(actor: Actor, mode: Mode): Promise<DisasterResult>;
}

interface DisasterDeskParts {
  readonly disaster: DisasterSwitch;
  readonly stores: DisasterStores;
  /** What callers hear now. */
  readonly line: () => Pick<LineFile, 'disaster' | 'timeZone' | 'languages'>;
  readonly approved: ApprovedLanguages;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export function createDisasterDesk({ disaster, stores, line, approved, clock }: DisasterDeskParts): DisasterDesk {
  const change = async (
    actor: Actor,
    act: string,
    about: AuditAbout,
    next: Pick<DisasterState, 'on' | 'drill'>,
  ): Promise<DisasterResult> => {
    const { revision, unaudited } = disaster.state;
    const entry = { at: clock(), who: whoIs(actor), act, about };
    const state = { ...next, revision: revision + 1, unaudited: [...unaudited, entry] };
    // Callers first: a warning cannot wait. What cannot be saved now is retried by `followDisaster`.
    disaster.adopt(state);
    const saved = await saveState(stores, state);
    disaster.settle(saved.state);
    return { kind: 'done', state, saved };
  };
  const both = () => ({ on: disaster.state.on, drill: disaster.state.drill });
  const actOf = (mode: Mode, what: string) => `${mode === 'on' ? 'disaster' : 'drill'}-${what}`;
  return {
    async switchOn(actor, mode, form) {
      if (!may(actor.role, 'disaster')) return { kind: 'not-allowed' };
      const read = readNotice(form, line(), clock());
      if ('problems' in read) return { kind: 'not-right', why: read.problems };
      // A warning does not wait for a lookup that fails; `followDisaster` retries it.
      const languages = await approved(read.prompts).catch(() => null);
      const before = disaster.state[mode];
      const notice = toSwitchedOn(read, languages, before, actor, clock());
      const about = {
        kind: notice.kind,
        places: notice.places.join(' '),
        actions: notice.actions.join(' '),
        languages: notice.languages?.join(' ') ?? null,
        until: notice.until,
      };
      return change(actor, actOf(mode, before ? 'changed' : 'on'), about, { ...both(), [mode]: notice });
    },
    async switchOff(actor, mode) {
      if (!may(actor.role, 'disaster')) return { kind: 'not-allowed' };
      const before = disaster.state[mode];
      if (!before) return { kind: 'not-on' };
      const minutes = minutesBetween(before.since, clock());
      return change(actor, actOf(mode, 'off'), { kind: before.kind, minutes }, { ...both(), [mode]: null });
    },
    async renew(actor, mode) {
      if (!may(actor.role, 'disaster')) return { kind: 'not-allowed' };
      const before = disaster.state[mode];
      if (!before) return { kind: 'not-on' };
      const notice = { ...before, confirmedAt: clock() };
      return change(actor, actOf(mode, 'renewed'), { kind: before.kind }, { ...both(), [mode]: notice });
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
    // Unique even if all stores with the last one are lost.
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

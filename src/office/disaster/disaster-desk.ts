import type { LanguageTag } from '../../call/line.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { AuditAbout } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { ApprovedLanguages } from './approved-languages.ts';
import { type DisasterPlaces, keepState, type StateKept } from './disaster-places.ts';
import { type DisasterState, minutesBetween, type SwitchedOn } from './disaster-state.ts';
import type { DisasterSwitch, Mode } from './disaster-switch.ts';
import { type NoticeForm, type NoticeProblem, type ReadNotice, readNotice } from './read-notice.ts';

/** What can become of an act. Whatever could not be kept, the notice is on, or off, from this moment. */
export type DisasterResult =
  | { readonly kind: 'done'; readonly state: DisasterState; readonly kept: StateKept }
  | { readonly kind: 'not-right'; readonly why: readonly NoticeProblem[] }
  | { readonly kind: 'not-allowed' | 'not-on' };

/** The one switch. */
export interface DisasterDesk {
  switchOn(actor: Actor, mode: Mode, form: NoticeForm): Promise<DisasterResult>;
  switchOff(actor: Actor, mode: Mode): Promise<DisasterResult>;
  /** Somebody says that it still holds. */
  renew(actor: Actor, mode: Mode): Promise<DisasterResult>;
}

export interface DisasterDeskParts {
  readonly disaster: DisasterSwitch;
  readonly places: DisasterPlaces;
  /** What callers hear now. */
  readonly line: () => Pick<LineFile, 'disaster' | 'timeZone' | 'languages'>;
  readonly approved: ApprovedLanguages;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export function createDisasterDesk({ disaster, places, line, approved, clock }: DisasterDeskParts): DisasterDesk {
  const change = async (
    actor: Actor,
    act: string,
    about: AuditAbout,
    next: Pick<DisasterState, 'on' | 'drill'>,
  ): Promise<DisasterResult> => {
    const { revision, unaudited } = disaster.state;
    const entry = { at: clock(), who: whoIs(actor), act, about };
    const state = { ...next, revision: revision + 1, unaudited: [...unaudited, entry] };
    // Callers first: what cannot be kept now is kept by whoever looks after it, but a warning cannot wait.
    disaster.adopt(state);
    const kept = await keepState(places, state);
    disaster.settle(kept.state);
    return { kind: 'done', state, kept };
  };
  const both = () => ({ on: disaster.state.on, drill: disaster.state.drill });
  const actOf = (mode: Mode, what: string) => `${mode === 'on' ? 'disaster' : 'drill'}-${what}`;
  return {
    async switchOn(actor, mode, form) {
      if (!may(actor.role, 'disaster')) return { kind: 'not-allowed' };
      const read = readNotice(form, line(), clock());
      if ('problems' in read) return { kind: 'not-right', why: read.problems };
      // A warning does not wait for what cannot be looked up now; it is looked up again and again.
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
    // Never the same twice, even after every place where the last one was kept is gone.
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

import type { DisasterNotice } from '../../call/disaster.ts';
import { createNoticeEnd, type TimeSources } from '../../edition/notice-end.ts';
import { type DisasterState, nothingOn, type SwitchedOn, toNotice } from './disaster-state.ts';

/** `on` for all calls, `drill` only for the rehearsal phone. */
export type Mode = 'on' | 'drill';

/** Whether a notice is on. Answered from memory, because every turn of every call asks. */
export interface DisasterSwitch {
  /** The state as stored. It includes expired notices until their end has been recorded. */
  readonly state: DisasterState;
  /** The current state, without expired notices. */
  readonly stateNow: DisasterState;
  /** The notice that calls hear now, if any. */
  noticeNow(): DisasterNotice | null;
  /** What the rehearsal phone hears: the notice, otherwise the drill. */
  rehearsedNow(): DisasterNotice | null;
  /** Whether a notice that was switched on has expired. */
  isOver(mode: Mode): boolean;
  /** Adopts a state if its revision is higher than the current one. @returns whether it was adopted */
  adopt(state: DisasterState): boolean;
  /** Adopts the remaining unaudited entries, if the state has the current revision. */
  settle(state: DisasterState): void;
  /** Resolves when another state has been adopted. */
  changed(): Promise<void>;
}

/** What is computed once per notice, so that `told` is the same object until the state changes. */
interface Known {
  readonly notice: SwitchedOn;
  readonly told: DisasterNotice;
  readonly isOver: () => boolean;
}

export function createDisasterSwitch(time: TimeSources, first: DisasterState = nothingOn): DisasterSwitch {
  const toKnown = (notice: SwitchedOn | null, before: Known | null): Known | null => {
    if (notice === null) return null;
    const isSame = before?.notice.id === notice.id && before.notice.until === notice.until;
    return { notice, told: toNotice(notice), isOver: isSame ? before.isOver : createNoticeEnd(notice, time) };
  };
  let state = first;
  let known: Readonly<Record<Mode, Known | null>> = {
    on: toKnown(first.on, null),
    drill: toKnown(first.drill, null),
  };
  let next = Promise.withResolvers<void>();
  const isOver = (mode: Mode) => known[mode]?.isOver() ?? false;
  const now = (mode: Mode) => (known[mode] && !isOver(mode) ? known[mode] : null);
  return {
    get state() {
      return state;
    },
    get stateNow() {
      return { ...state, on: now('on') && state.on, drill: now('drill') && state.drill };
    },
    noticeNow: () => now('on')?.told ?? null,
    rehearsedNow: () => (now('on') ?? now('drill'))?.told ?? null,
    isOver,
    adopt(other) {
      if (other.revision <= state.revision) return false;
      state = other;
      known = { on: toKnown(other.on, known.on), drill: toKnown(other.drill, known.drill) };
      next.resolve();
      next = Promise.withResolvers();
      return true;
    },
    settle(other) {
      if (other.revision === state.revision) state = { ...state, unaudited: other.unaudited };
    },
    changed: () => next.promise,
  };
}

import type { DisasterNotice } from '../../call/disaster.ts';
import { createEnd, type DisasterTime } from '../../edition/notice-end.ts';
import { type DisasterState, nothingOn, type SwitchedOn, toNotice } from './disaster-state.ts';

/** For calls, or only for the rehearsal phone. */
export type Mode = 'on' | 'drill';

/** Whether a notice is on, answered from memory: it is asked in every turn of every call. */
export interface DisasterSwitch {
  /** As it is kept: what has ended by itself is in it until that has been written down. */
  readonly state: DisasterState;
  /** As it is now: without what has ended by itself. */
  readonly stateNow: DisasterState;
  /** What calls are told now; null on ordinary days. */
  noticeNow(): DisasterNotice | null;
  /** What the rehearsal phone hears: the notice, or else the drill. */
  rehearsedNow(): DisasterNotice | null;
  /** Whether one that was switched on has come to its end. */
  isOver(mode: Mode): boolean;
  /** Takes a state over unless it is older than the one that is known. @returns whether it was taken over */
  adopt(state: DisasterState): boolean;
  /** Takes over what is left to be written into the audit, of the very state that is known. */
  settle(state: DisasterState): void;
  /** Settles when another state has been taken over. */
  changed(): Promise<void>;
}

/** What is worked out once for a notice: answers are remembered by the notice they were given with. */
interface Known {
  readonly notice: SwitchedOn;
  readonly told: DisasterNotice;
  readonly isOver: () => boolean;
}

export function createDisasterSwitch(time: DisasterTime, first: DisasterState = nothingOn): DisasterSwitch {
  const toKnown = (notice: SwitchedOn | null, before: Known | null): Known | null => {
    if (notice === null) return null;
    const isSame = before?.notice.id === notice.id && before.notice.until === notice.until;
    return { notice, told: toNotice(notice), isOver: isSame ? before.isOver : createEnd(notice, time) };
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

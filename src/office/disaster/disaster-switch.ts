import type { DisasterNotice } from '../../call/disaster.ts';
import { createNoticeEnd, type TimeSources } from '../../edition/notice-end.ts';
import { type DisasterState, nothingOn, type SwitchedOn, toNotice } from './disaster-state.ts';

/** `on`: for all calls. `drill`: only for the rehearsal phone. */
export type Mode = 'on' | 'drill';

/** Tells whether a notice is on. All answers come from memory, without waiting for a store. */
export interface DisasterSwitch {
  /** The newest state, as it is to be stored. It includes expired notices until their end has been recorded. */
  readonly state: DisasterState;
  /** The current state, without expired notices. */
  readonly stateNow: DisasterState;
  /** The notice that callers hear now; null for none. */
  noticeNow(): DisasterNotice | null;
  /** The notice that the rehearsal phone plays now: the real one, otherwise that of the drill; null for none. */
  rehearsedNow(): DisasterNotice | null;
  /** Whether a notice that was switched on has expired. */
  isOver(mode: Mode): boolean;
  /**
   * Adopts a state if its revision is higher than the current one.
   * @returns whether the state was adopted
   */
  adopt(state: DisasterState): boolean;
  /** Takes over `unaudited` of a state that was saved, if this state has the current revision. */
  settle(state: DisasterState): void;
  /** Resolves when another state is adopted. */
  changed(): Promise<void>;
}

/**
 * What is computed for a notice when a state is adopted. `told` is the notice for calls. It stays the same object until
 * the next state is adopted.
 */
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

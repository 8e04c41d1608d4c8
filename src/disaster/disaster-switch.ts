import type { DisasterNotice } from '../call/disaster.ts';
import { type DisasterState, isOn, nothingOn, toNotice } from './disaster-state.ts';

/** Whether a notice is on, answered from memory: it is asked in every turn of every call. */
export interface DisasterSwitch {
  readonly state: DisasterState;
  /** What calls are told at a moment, in milliseconds since the epoch; null on ordinary days. */
  noticeAt(now: number): DisasterNotice | null;
  /** What the rehearsal phone hears: the notice, or else the drill. */
  rehearsedAt(now: number): DisasterNotice | null;
  /** Takes a state over unless it is older than the one that is known. @returns whether it was taken over */
  adopt(state: DisasterState): boolean;
  /** Takes over what is left to be written into the audit, of the very state that is known. */
  settle(state: DisasterState): void;
  /** Settles when another state has been taken over. */
  changed(): Promise<void>;
}

export function createDisasterSwitch(first: DisasterState = nothingOn): DisasterSwitch {
  let state = first;
  let notices = toNotices(first);
  let next = Promise.withResolvers<void>();
  return {
    get state() {
      return state;
    },
    noticeAt: (now) => (isOn(state.on, now) ? notices.on : null),
    rehearsedAt: (now) => (isOn(state.on, now) ? notices.on : isOn(state.drill, now) ? notices.drill : null),
    adopt(other) {
      if (other.revision <= state.revision) return false;
      state = other;
      notices = toNotices(other);
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

/** Made once: answers are remembered by the notice they were given with. */
const toNotices = ({ on, drill }: DisasterState) => ({ on: on && toNotice(on), drill: drill && toNotice(drill) });

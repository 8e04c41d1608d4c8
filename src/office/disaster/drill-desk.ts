import { machineStopwatch, type Stopwatch } from '../../common/stopwatch.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { DisasterState } from './disaster-state.ts';
import type { Drill, DrillOutcome, DrillRecords } from './drill-records.ts';

/** Maximum length of what is written about a drill, in characters. */
export const longestDrillComment = 500;

/** Milliseconds after which a drill that nobody has ended is no longer in progress. */
export const longestDrill = 12 * 3_600_000;

/** What is filled in at the end of a drill. */
export interface DrillForm {
  readonly outcome: DrillOutcome;
  readonly comment: string;
}

/** The outcome of an act. `no-comment`: what was not right has to be said. `not-pressed`: nothing could be heard yet. */
export interface DrillResult {
  readonly kind: 'done' | 'not-allowed' | 'not-begun' | 'not-pressed' | 'no-comment';
}

/**
 * Records the drills of the office: who held them, when, how long they took, and the outcome. The drill itself is part of the state
 * of the switch (`drill`); only the rehearsal phone plays it.
 */
export interface DrillDesk {
  /** Begins to measure. A drill that is in progress continues. */
  begin(actor: Actor): Promise<DrillResult>;
  /** The drill in progress; null for none. */
  current(): Promise<Drill | null>;
  /** Records that the last button was pressed. */
  press(drill: Drill): void;
  /** Seconds from the beginning to the last button; null before that, and if they were not measured. */
  secondsOf(drill: Drill): number | null;
  /** Records the outcome. The caller moves the switch. */
  end(actor: Actor, form: DrillForm): Promise<DrillResult>;
  /** The latest first. */
  list(limit: number): Promise<readonly Drill[]>;
  /** When a drill was last completed, in milliseconds since the epoch; null for never. */
  lastDone(): Promise<number | null>;
}

interface DrillDeskParts {
  readonly records: DrillRecords;
  /** What is on. It is all that is known of a drill that a command started. */
  readonly state: () => Pick<DisasterState, 'drill'>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** The machine's by default. */
  readonly stopwatch?: Stopwatch;
}

/** The times of one drill by the stopwatch. */
interface Timing {
  readonly begun: number;
  pressed: number | null;
}

export function createDrillDesk({ records, state, clock, stopwatch = machineStopwatch }: DrillDeskParts): DrillDesk {
  /** Only the drill that is going on is measured. */
  let timing: { readonly number: number; readonly times: Timing } | null = null;

  const current = async (): Promise<Drill | null> => {
    const [last] = await records.drills.list(1);
    // One that was left is not taken up again on another day.
    return last && last.end === null && clock() - last.at <= longestDrill ? last : null;
  };
  const secondsOf = ({ number, at }: Drill): number | null => {
    const { drill } = state();
    if (!drill) return null;
    const times = timing?.number === number ? timing.times : null;
    // After a restart only the clock knows; if it was set in the meantime, nobody does.
    const measured = times && times.pressed !== null ? times.pressed - times.begun : null;
    const passed = measured ?? drill.since - at;
    return passed < 0 || passed > longestDrill ? null : Math.round(passed / 1000);
  };
  return {
    current,
    secondsOf,
    async begin(actor) {
      if (!may(actor.role, 'disaster')) return { kind: 'not-allowed' };
      if (await current()) return { kind: 'done' };
      const number = await records.drills.begin({ by: whoIs(actor), at: clock() });
      timing = { number, times: { begun: stopwatch(), pressed: null } };
      return { kind: 'done' };
    },
    press({ number }) {
      if (timing?.number === number) timing.times.pressed ??= stopwatch();
    },
    async end(actor, { outcome, comment }) {
      if (!may(actor.role, 'disaster')) return { kind: 'not-allowed' };
      const { drill: on } = state();
      const going = await current();
      if (!going && !on) return { kind: 'not-begun' };
      if (outcome !== 'stopped' && !on) return { kind: 'not-pressed' };
      if (outcome === 'wrong' && comment.trim() === '') return { kind: 'no-comment' };
      const at = clock();
      const by = whoIs(actor);
      const { kind = '', places = [], actions = [] } = on ?? {};
      const seconds = going && secondsOf(going);
      const end = { outcome, seconds, kind, places, actions, comment: comment.trim(), by, at };
      await records.transaction(async ({ drills, audit }) => {
        const [newest] = await drills.list(1);
        // Somebody else ended it in the meantime, and the switch has not moved yet.
        if (!going && on && newest?.end && newest.end.at >= on.since) return;
        // A command began this one, and was the first to write of it.
        const number = going?.number ?? (await drills.begin({ by: on?.by ?? by, at: Math.min(on?.since ?? at, at) }));
        if (!(await drills.end(number, end))) return;
        const about = { kind, seconds: seconds ?? '', comment: end.comment };
        await audit.add({ at, who: by, act: `drill-${outcome}`, about });
      });
      timing = null;
      return { kind: 'done' };
    },
    list: (limit) => records.drills.list(limit),
    lastDone: () => records.drills.lastDone(),
  };
}

/**
 * Whether it is time for another drill: on the same day of the next month, and always before the first one.
 * @param last when the last drill ended; null for never
 * @param now milliseconds since the epoch, as `last`
 */
export function isDrillDue(last: number | null, now: number, timeZone: string): boolean {
  // In the future: the clock was wrong then, so the real day is unknown.
  if (last === null || last > now) return true;
  return Temporal.PlainDate.compare(nextDrill(last, timeZone), dayOf(now, timeZone)) <= 0;
}

/** The day on which the next drill is due. */
export const nextDrill = (last: number, timeZone: string): Temporal.PlainDate =>
  dayOf(last, timeZone).add({ months: 1 });

const dayOf = (moment: number, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate();

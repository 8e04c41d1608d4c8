import { machineStopwatch, type Stopwatch } from '../../common/stopwatch.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { DisasterState } from './disaster-state.ts';
import type { Drill, DrillOutcome, DrillRecords } from './drill-records.ts';

/** Maximum length of a comment on a drill, in characters. */
export const longestDrillComment = 500;

/** Milliseconds after which a drill that nobody has ended is no longer in progress. */
export const longestDrill = 12 * 3_600_000;

/** What is filled in at the end of a drill. */
export interface DrillForm {
  readonly outcome: DrillOutcome;
  readonly comment: string;
}

/**
 * The outcome of an act. `not-pressed`: the button that would switch a real notice on was not pressed, so there was
 * nothing to listen to. `no-comment`: a drill in which something was not right needs a comment.
 */
export interface DrillResult {
  readonly kind: 'done' | 'not-allowed' | 'not-begun' | 'not-pressed' | 'no-comment';
}

/**
 * Records the drills that staff hold: who held them, when, how long they took, and the outcome. The notice of a drill
 * is stored in the state of the switch (`drill`). Only the rehearsal phone plays it.
 */
export interface DrillDesk {
  /** Begins a drill and starts to measure its time. If a drill is already in progress, that drill continues. */
  begin(actor: Actor): Promise<DrillResult>;
  /** The drill in progress; null for none. */
  current(): Promise<Drill | null>;
  /** Records that somebody pressed the button that would switch a real notice on. */
  press(drill: Drill): void;
  /** Seconds from the beginning of a drill until `press`; null if the button was not pressed or the time is unknown. */
  secondsOf(drill: Drill): number | null;
  /** Records the outcome of a drill. The notice of the drill must be switched off separately. */
  end(actor: Actor, form: DrillForm): Promise<DrillResult>;
  /** Drills, latest first. */
  list(limit: number): Promise<readonly Drill[]>;
  /**
   * When the latest drill that was not stopped ended, in milliseconds since the epoch; null if there was none.
   */
  lastDone(): Promise<number | null>;
}

interface DrillDeskParts {
  readonly records: DrillRecords;
  /** The state of the switch. It is all that the desk knows about a drill that a command started. */
  readonly state: () => Pick<DisasterState, 'drill'>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** The machine's stopwatch by default. */
  readonly stopwatch?: Stopwatch;
}

/** The times of one drill by the stopwatch. */
interface Timing {
  readonly begun: number;
  pressed: number | null;
}

export function createDrillDesk({ records, state, clock, stopwatch = machineStopwatch }: DrillDeskParts): DrillDesk {
  /** The times of the drill that this desk began last; null if there is none, or if it has ended. */
  let timing: { readonly number: number; readonly times: Timing } | null = null;

  const current = async (): Promise<Drill | null> => {
    const [last] = await records.drills.list(1);
    // A drill that nobody has ended is not continued after `longestDrill`.
    return last && last.end === null && clock() - last.at <= longestDrill ? last : null;
  };
  const secondsOf = ({ number, at }: Drill): number | null => {
    const { drill } = state();
    if (!drill) return null;
    const times = timing?.number === number ? timing.times : null;
    // After a restart, only the times of the clock are known. An impossible duration means that the clock was set in
    // between.
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
        // Somebody else has just ended the drill, and its notice is not switched off yet.
        if (!going && on && newest?.end && newest.end.at >= on.since) return;
        // `current` does not find every drill. A drill that has lasted longer than `longestDrill` has a record without
        // an end. If its notice was switched on within `longestDrill` of its beginning, this record gets its end here.
        // A drill that a command began has no record, so one is added.
        const unended = newest?.end === null && on && on.since - newest.at <= longestDrill ? newest.number : undefined;
        const number =
          going?.number ?? unended ?? (await drills.begin({ by: on?.by ?? by, at: Math.min(on?.since ?? at, at) }));
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
 * Whether another drill is due. It is due from the same day of the next month on, and also if there has been no drill
 * yet.
 * @param last when the last drill ended; null for never
 * @param now milliseconds since the epoch, like `last`
 */
export function isDrillDue(last: number | null, now: number, timeZone: string): boolean {
  // A time in the future was recorded while the clock was wrong, so the real day is unknown.
  if (last === null || last > now) return true;
  return Temporal.PlainDate.compare(nextDrill(last, timeZone), dayOf(now, timeZone)) <= 0;
}

/** The day on which the next drill is due. */
export const nextDrill = (last: number, timeZone: string): Temporal.PlainDate =>
  dayOf(last, timeZone).add({ months: 1 });

const dayOf = (moment: number, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate();

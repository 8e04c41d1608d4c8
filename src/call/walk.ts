import { advance, type Edition } from './advance.ts';
import { type Conditions, dialOutcomes, type Input, keys } from './input.ts';
import type { Hours, Line } from './line.ts';
import { closureAt, isOpen, isPastReview } from './person.ts';
import type { State } from './state.ts';
import type { Turn } from './step.ts';

/** Every input of a call that has begun. */
export const everyInput: readonly Input[] = [
  ...keys.map((key): Input => ({ kind: 'key', key })),
  { kind: 'silence' },
  ...dialOutcomes.map((outcome): Input => ({ kind: 'dial-ended', outcome })),
  { kind: 'limit-reached' },
];

/** Far more states than any line has; only a bug creates an unlimited number. */
const mostStates = 50_000;

/** One step of the walk. */
export interface WalkedTurn {
  /** Null when the call begins. */
  readonly from: State | null;
  readonly input: Input;
  readonly conditions: Conditions;
  readonly turn: Turn;
}

interface WalkOptions {
  /** States with the same result count as one; only the first of them is explored. */
  readonly identify?: (state: State) => string;
  /** Whether a state is explored at all; all are by default. */
  readonly goesOn?: (state: State) => boolean;
}

/**
 * Every reachable state × every input × the given conditions, breadth first. Tests use it to prove that no call can end badly,
 * and publishing uses it to find the narrations it needs, menus first.
 * @throws RangeError when there are more states than any line can have
 */
export function* walk(
  edition: Edition,
  everyCondition: readonly Conditions[],
  { identify = JSON.stringify, goesOn = () => true }: WalkOptions = {},
): Generator<WalkedTurn> {
  const starts: Input[] = [
    { kind: 'call-started' },
    ...edition.line.languages.map(({ tag }): Input => ({ kind: 'call-started', language: tag })),
  ];
  const seen = new Set<string>();
  let frontier: (State | null)[] = [null];
  while (frontier.length > 0) {
    const next: State[] = [];
    for (const from of frontier) {
      for (const input of from === null ? starts : everyInput) {
        for (const conditions of everyCondition) {
          const turn = advance(edition, conditions, from, input);
          yield { from, input, conditions, turn };
          const code = identify(turn.state);
          if (!seen.has(code) && goesOn(turn.state)) next.push(turn.state);
          if (seen.size > mostStates)
            throw new RangeError(
              `The walk found more than ${mostStates} states; something in a state probably grows without limit.`,
            );
          seen.add(code);
        }
      }
    }
    frontier = next;
  }
}

/**
 * Conditions without a disaster notice. There is one instant for each combination of open and closed destinations and reasons for
 * closures that is found. Instants are tried every half hour in the two weeks before and after the review date, and in the weeks
 * before and after every closure, which may cover them; and at every opening and closing time on the walked days of each
 * exception. Each instant comes twice: with and without permission to transfer. `dialsUntried` is always true: if it were
 * false, callers would hear nothing else than in these two cases.
 */
export function representativeConditions(line: Line): Conditions[] {
  const instants = new Map<string, string>();
  const keep = (now: string): void => {
    const open = line.destinations.map(
      ({ hours }) =>
        !hours || isOpen(hours, line.timeZone, now) || (closureAt(hours, line.timeZone, now)?.reason ?? null),
    );
    const kind = [isPastReview(line.reviewBy, line.timeZone, now), ...open].join();
    if (!instants.has(kind)) instants.set(kind, now);
  };
  for (const day of daysToTry(line)) {
    const start = Temporal.PlainDate.from(day).toZonedDateTime(line.timeZone);
    for (let halfHours = 0; halfHours < 48; halfHours += 1) {
      const now = start
        .add({ minutes: halfHours * 30 })
        .toInstant()
        .toString();
      keep(now);
    }
  }
  for (const now of datedInstants(line)) keep(now);
  return [...instants.values()].flatMap((now) => [
    { now, dialsUntried: true, mayTransfer: true, disaster: null },
    { now, dialsUntried: true, mayTransfer: false, disaster: null },
  ]);
}

/** ISO dates: two weeks before and after the review date, first; then the weeks around every closure. */
function daysToTry({ reviewBy, destinations }: Line): Set<string> {
  const reviewed = Temporal.PlainDate.from(reviewBy);
  const run = (first: Temporal.PlainDate, days: number): string[] =>
    Array.from({ length: days }, (_, later) => first.add({ days: later }).toString());
  const all = destinations.flatMap(({ hours }) => (hours ? [hours] : []));
  const dated = all.flatMap((hours) => hours.dated ?? []);
  const yearly = all.flatMap(({ closedEachYear }) =>
    closedEachYear.flatMap(({ from, to }) =>
      [-1, 0, 1].map((years) => ({ from: dayIn(reviewed.year + years, from), to: dayIn(reviewed.year + years, to) })),
    ),
  );
  return new Set([
    ...run(reviewed.subtract({ days: 14 }), 29),
    ...[...dated, ...yearly].flatMap(({ from, to }) => [
      ...run(Temporal.PlainDate.from(from).subtract({ days: 7 }), 7),
      ...run(Temporal.PlainDate.from(to).add({ days: 1 }), 7),
    ]),
  ]);
}

/** @param monthDay `MM-DD`; 29 February is the day before 1 March in other years */
const dayIn = (year: number, monthDay: string): string =>
  Temporal.PlainDate.from({ year, month: Number(monthDay.slice(0, 2)), day: Number(monthDay.slice(3)) }).toString();

/** Only the first days and the last day of an exception are walked: weekly hours repeat after a week. */
const daysWalked = 7;

/** The moments at which a destination may open or close on the walked days of each exception. */
function datedInstants({ destinations, timeZone }: Line): string[] {
  const all = destinations.flatMap(({ hours }) => (hours ? [hours] : []));
  const times = new Set(['00:00', ...all.flatMap(timesOf)].filter((time) => time < '24:00'));
  const days = new Set(all.flatMap(({ dated = [] }) => dated.flatMap(daysIn)));
  return [...days].flatMap((day) =>
    [...times].map((time) =>
      Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).toInstant().toString(),
    ),
  );
}

const timesOf = ({ weekly, dated = [] }: Hours): string[] => [
  ...weekly.flatMap(({ opens, closes }) => [opens, closes]),
  ...dated.flatMap(({ begins, ends }) => [begins, ends]),
];

function daysIn({ from, to }: { readonly from: string; readonly to: string }): string[] {
  const first = Temporal.PlainDate.from(from);
  const days = Array.from({ length: daysWalked }, (_, later) => first.add({ days: later }).toString());
  return [...days.filter((day) => day <= to), to];
}

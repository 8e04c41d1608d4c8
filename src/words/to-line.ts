import type { DatedHours, Hours, Line } from '../call/line.ts';
import { lastClosing, nextOpening } from '../call/next-opening.ts';
import { type DatedHours as FileDates, wholeOf } from './dated-hours.ts';
import type { FactFile } from './fact-file.ts';
import { japaneseHolidays } from './holidays.ts';
import type { LineFile } from './line-file.ts';

type DestinationFile = LineFile['destinations'][number];

/**
 * Converts the data of `line.yaml` to the `Line` of `call/`.
 * @throws TypeError when a destination has hours, but the fact for its hours, or for a day of its yearly closures, does
 * not exist or is of the wrong type
 */
export function toLine(file: LineFile): Line {
  const { timeZone, announcers, topics, defaultDestination } = file;
  return {
    timeZone,
    announcers,
    topics,
    defaultDestination,
    languages: file.languages.map(({ tag, key, destination }) => ({ tag, key, destination })),
    destinations: file.destinations.map((destination) => ({
      id: destination.id,
      languages: destination.languages,
      dials: destination.dials.map(({ number, triedOn }) => ({ number, triedOn })),
      hours: toHours(file, destination),
    })),
    disaster: file.disaster && {
      kinds: file.disaster.kinds.map(idOf),
      places: file.disaster.places.map(idOf),
      actions: file.disaster.actions.map(idOf),
    },
    reviewBy: Object.values(file.facts).reduce(
      (earliest, { reviewBy }) => (reviewBy < earliest ? reviewBy : earliest),
      '9999-12-31',
    ),
  };
}

const idOf = ({ id }: { readonly id: string }): string => id;

function toHours(
  { facts, timeZone, closures = [] }: LineFile,
  { hours, closed, dates = [] }: DestinationFile,
): Hours | undefined {
  if (hours === undefined) return undefined;
  const open = facts[hours];
  if (open?.type !== 'hours') throw wrongFact(hours, 'hours');
  const dated = dates.map(toDated);
  const all: Hours = {
    weekly: open.value,
    closedOn: closed?.holidays === 'japan' ? japaneseHolidays() : [],
    closedEachYear: (closed?.eachYear ?? []).map(({ from, to }) => ({
      from: dayOf(facts, from),
      to: dayOf(facts, to),
    })),
    // `dated` is left out if there are no exceptions. This way the editions of lines without exceptions stay the same,
    // byte for byte, as before exceptions existed.
    ...(dated.length > 0 && { dated }),
  };
  // A line without reasons for closures has no text that says when a destination opens again, so it needs no such time.
  if (dated.length === 0 || closures.length === 0) return all;
  return { ...all, dated: dated.map((each) => ({ ...each, ...opensAfter(all, timeZone, each) })) };
}

const toDated = (dates: FileDates): DatedHours => ({
  kind: dates.kind,
  ...wholeOf(dates),
  ...(dates.reason !== undefined && { reason: dates.reason }),
});

/**
 * Eleven months in milliseconds. If a destination opens again later than this after the beginning of a closure, callers
 * are not told the day. They would hear no year, and could think of the same day one year earlier.
 */
const farthestTold = 334 * 86_400_000;

/**
 * When a destination opens again after a closure, and when it last closes before the closure.
 * @returns local dates and times; `closedFrom` is left out if `lastClosing` returns null. Null in three cases, in which
 * callers hear no such times:
 * - The exception is an additional opening.
 * - There is no opening within `farthestTold` after the beginning of the closure.
 * - The closure lasts certain hours on several days, so the times are different every day.
 */
function opensAfter(hours: Hours, timeZone: string, { kind, from, to, begins, ends }: DatedHours) {
  const isOneStretch = from === to || (begins === '00:00' && ends === '24:00');
  if (kind !== 'closed' || !isOneStretch) return null;
  const instantOf = (local: string) =>
    Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString();
  const localOf = (instant: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  const after = ends === '24:00' ? Temporal.PlainDate.from(to).add({ days: 1 }).toString() : `${to}T${ends}`;
  const opens = nextOpening(hours, timeZone, instantOf(after));
  const isFar = opens !== null && Date.parse(opens) - Date.parse(instantOf(`${from}T${begins}`)) > farthestTold;
  if (opens === null || isFar) return null;
  const closed = lastClosing(hours, timeZone, instantOf(`${from}T${begins}`));
  return { opensAt: localOf(opens), ...(closed !== null && { closedFrom: localOf(closed) }) };
}

function dayOf(facts: LineFile['facts'], name: string): string {
  const fact = facts[name];
  if (fact?.type !== 'day') throw wrongFact(name, 'day');
  return fact.value;
}

const wrongFact = (name: string, type: FactFile['type']): TypeError =>
  new TypeError(`The fact "${name}" must exist in line.yaml and be of type "${type}".`);

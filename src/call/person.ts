import { RecentMap } from '../common/recent-map.ts';
import type { Conditions } from './input.ts';
import type { DatedHours, Destination, Hours, LanguageTag, Line } from './line.ts';
import type { NoPersonReason } from './state.ts';

/** The destination that key 0 calls: that of the language, or the default one while no language is chosen. */
export function destinationFor(line: Line, language: LanguageTag | null): Destination {
  const id = line.languages.find(({ tag }) => tag === language)?.destination ?? line.defaultDestination;
  const destination = line.destinations.find((each) => each.id === id);
  if (!destination) throw new RangeError(`The line has no destination "${id}".`);
  return destination;
}

/** The telephone numbers that may be dialled now, in order, or the reason why nobody can be reached. */
export function findPerson(
  line: Line,
  conditions: Conditions,
  language: LanguageTag | null,
): { readonly numbers: readonly string[] } | { readonly reason: NoPersonReason } {
  // In a disaster, the destinations' telephones are kept free. Callers who need help need an emergency number instead.
  if (conditions.disaster) return { reason: 'disaster' };
  const { languages, dials, hours } = destinationFor(line, language);
  if (language !== null && !languages.includes(language)) return { reason: 'language' };
  const numbers = dials.filter(({ triedOn }) => conditions.dialsUntried || triedOn).map(({ number }) => number);
  const hoursKnown = hours !== undefined || conditions.dialsUntried;
  // The hours are checked before `no-transfer`. Callers who hear a number call it immediately, and must know that
  // nobody answers there now.
  if (hours && !isOpen(hours, line.timeZone, conditions.now)) return { reason: 'closed' };
  if (!conditions.mayTransfer || !hoursKnown || numbers.length === 0) return { reason: 'no-transfer' };
  return { numbers };
}

/**
 * Whether calls are answered at an instant. Closing time itself counts as closed.
 * @param now an ISO 8601 instant
 * @param timeZone the IANA time zone of the hours
 * @throws RangeError when `now` is not an instant or the zone is unknown
 */
export function isOpen(hours: Hours, timeZone: string, now: string): boolean {
  const last = answered.get(hours);
  if (last?.now === now && last.timeZone === timeZone) return last.isOpen;
  const answer = isOpenAt(hours, localAt(timeZone, now));
  answered.set(hours, { now, timeZone, isOpen: answer });
  return answer;
}

/**
 * The last answer for each `Hours`. A menu needs the answer several times, and all telephone calls within a minute use
 * the same instant. So the list of about a hundred closed days is searched only once a minute.
 */
const answered = new WeakMap<Hours, { readonly now: string; readonly timeZone: string; readonly isOpen: boolean }>();

/** The exceptions that apply at a local time. */
const exceptionsAt = ({ dated = [] }: Hours, { date, time }: Local): readonly DatedHours[] =>
  dated.filter(({ from, to, begins, ends }) => from <= date && date <= to && begins <= time && time < ends);

/**
 * Returns the dated closure that applies at an instant, or the one that will prevent the next usual opening. Callers on
 * the evening before a closure must learn that it is useless to call again in the morning. Only a closure with
 * `closedFrom` is returned before it begins.
 * @param now an ISO 8601 instant
 * @param timeZone the IANA time zone of the hours
 * @returns null if there is no such closure
 * @throws RangeError when `now` is not an instant or the zone is unknown
 */
export function closureAt(hours: Hours, timeZone: string, now: string): Pick<DatedHours, 'reason' | 'opensAt'> | null {
  if (!hours.dated) return null;
  const local = localAt(timeZone, now);
  const minute = `${local.date}T${local.time}`;
  const current = exceptionsAt(hours, local).find(({ kind }) => kind === 'closed');
  if (current) return current;
  const next = hours.dated.filter(
    (each) => each.closedFrom !== undefined && each.closedFrom <= minute && minute < startOf(each),
  );
  // Two closures may follow each other without an opening in between; callers hear the reason of the nearer one.
  return next.toSorted((one, other) => (startOf(one) < startOf(other) ? -1 : 1))[0] ?? null;
}

/** When an exception first begins, as text that sorts by time. */
const startOf = ({ from, begins }: Pick<DatedHours, 'from' | 'begins'>): string => `${from}T${begins}`;

function isOpenAt(hours: Hours, local: Local): boolean {
  const { date, time, dayOfWeek } = local;
  const exceptions = exceptionsAt(hours, local);
  if (exceptions.length > 0) return exceptions.every(({ kind }) => kind === 'open');
  const monthDay = date.slice(5);
  if (hours.closedOn.includes(date)) return false;
  if (hours.closedEachYear.some((range) => isWithinYearlyRange(monthDay, range))) return false;
  return hours.weekly.some(({ days, opens, closes }) => days.includes(dayOfWeek) && opens <= time && time < closes);
}

/**
 * Whether a day is in a yearly range, which includes its first and last day. All days are `MM-DD` strings, which sort
 * like days. In a range that spans New Year, the start sorts after the end.
 */
export function isWithinYearlyRange(monthDay: string, { from, to }: { from: string; to: string }): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to;
}

/** Whether the review date has passed in the line's time zone. */
export const isPastReview = (reviewBy: string, timeZone: string, now: string): boolean =>
  isDayOver(reviewBy, timeZone, now);

/**
 * Whether a day is over.
 * @param day an ISO date
 * @param timeZone the IANA time zone of the day
 * @param now an ISO 8601 instant
 */
export const isDayOver = (day: string, timeZone: string, now: string): boolean => localAt(timeZone, now).date > day;

interface Local {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly dayOfWeek: number;
}

/**
 * The local times that were needed last. They are cached, because a menu needs the local time several times, and
 * converting time zones is the slowest part of a turn.
 */
const known = new RecentMap<string, Local>(64);

function localAt(timeZone: string, now: string): Local {
  const name = `${now} ${timeZone}`;
  const before = known.get(name);
  if (before) return before;
  const zoned = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  const local: Local = {
    date: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
    dayOfWeek: zoned.dayOfWeek,
  };
  known.set(name, local);
  return local;
}

import type { OpeningHours } from '../call/line.ts';

/** Two periods of the weekly hours that overlap, by their indexes in the list. */
interface HoursClash {
  /** `repeat` if the later period lies completely within the earlier one. */
  readonly kind: 'overlap' | 'repeat';
  readonly earlier: number;
  readonly later: number;
  /** The first ISO day of the week on which the periods clash. */
  readonly day: number;
}

const shared = (one: OpeningHours, other: OpeningHours): number[] =>
  [...new Set(one.days)].filter((day) => other.days.includes(day)).sort((a, b) => a - b);

/**
 * Finds every pair of periods that overlap on some day of the week. Callers would hear the same hours twice, or two
 * closing times. Periods that only touch do not clash.
 */
export function hoursClashes(weekly: readonly OpeningHours[]): HoursClash[] {
  return weekly.flatMap((there, later) =>
    weekly.slice(0, later).flatMap((here, earlier): HoursClash[] => {
      const [day] = shared(here, there);
      if (day === undefined || here.closes <= there.opens || there.closes <= here.opens) return [];
      const isInside = there.days.every((each) => here.days.includes(each));
      const isRepeat = isInside && here.opens <= there.opens && there.closes <= here.closes;
      return [{ kind: isRepeat ? 'repeat' : 'overlap', earlier, later, day }];
    }),
  );
}

/**
 * Converts opening hours to the normal form in which they are stored and spoken. Days are ascending, without
 * duplicates. Two periods that touch are merged on the days that both have. Periods are sorted by their first day and
 * opening time.
 *
 * If any periods clash, no periods are merged or sorted. Only their author knows which are right, and the findings name
 * them by their position in the list.
 */
export function tidyWeekly(weekly: readonly OpeningHours[]): OpeningHours[] {
  const asWritten = weekly.map((each) => ({ ...each, days: [...new Set(each.days)].sort((a, b) => a - b) }));
  if (hoursClashes(asWritten).length > 0) return asWritten;
  const sorted = inOrder(asWritten);
  for (const [index, first] of sorted.entries()) {
    for (const second of sorted) {
      const days = first.closes === second.opens ? shared(first, second) : [];
      if (days.length === 0) continue;
      const others = sorted.filter((each, at) => at !== index && each !== second);
      const rest = [first, second].map((each) => ({ ...each, days: each.days.filter((day) => !days.includes(day)) }));
      const joined = { ...first, days, closes: second.closes };
      // Each step leaves fewer pairs that touch, so the recursion ends.
      return tidyWeekly([...others, joined, ...rest.filter(({ days: left }) => left.length > 0)]);
    }
  }
  return sorted;
}

const inOrder = (weekly: readonly OpeningHours[]): OpeningHours[] =>
  weekly.toSorted(
    (one, other) =>
      (one.days[0] ?? 0) - (other.days[0] ?? 0) || (one.opens < other.opens ? -1 : Number(one.opens > other.opens)),
  );

import type { OpeningHours } from '../call/line.ts';

/** Two stretches of one week that cannot both be meant, by their places in the list. */
export interface HoursClash {
  /** `repeat` when the later stretch says nothing new. */
  readonly kind: 'overlap' | 'repeat';
  readonly earlier: number;
  readonly later: number;
  /** The first ISO day of the week on which they clash. */
  readonly day: number;
}

const shared = (one: OpeningHours, other: OpeningHours): number[] =>
  [...new Set(one.days)].filter((day) => other.days.includes(day)).sort((a, b) => a - b);

/**
 * Every pair of stretches that are open at the same time of the same day: callers would hear one office twice, or two
 * closing times. Stretches that only touch are no clash.
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
 * Opening hours in the form in which they are kept and spoken, however somebody wrote them: days ascending and each once,
 * stretches by their first day and hour, those that touch on the same days as one. What clashes is only sorted: which of
 * the two is meant, only its author knows.
 */
export function tidyWeekly(weekly: readonly OpeningHours[]): OpeningHours[] {
  const sorted = inOrder(weekly.map((each) => ({ ...each, days: [...new Set(each.days)].sort((a, b) => a - b) })));
  if (hoursClashes(sorted).length > 0) return sorted;
  for (const [index, first] of sorted.entries()) {
    for (const second of sorted) {
      const days = first.closes === second.opens ? shared(first, second) : [];
      if (days.length === 0) continue;
      const others = sorted.filter((each, at) => at !== index && each !== second);
      const rest = [first, second].map((each) => ({ ...each, days: each.days.filter((day) => !days.includes(day)) }));
      const joined = { ...first, days, closes: second.closes };
      // Fewer pairs touch with every step, so this comes to an end.
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

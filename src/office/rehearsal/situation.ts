import type { DisasterNotice } from '../../call/disaster.ts';
import type { Conditions } from '../../call/input.ts';
import type { Hours, LanguageTag, Line } from '../../call/line.ts';

/**
 * Whether the simulated day is a holiday. Destinations are closed on holidays. With `calendar`, the holidays of the
 * line apply.
 */
export const holidayChoices = ['calendar', 'yes', 'no'] as const;
type HolidayChoice = (typeof holidayChoices)[number];

/**
 * The circumstances of a rehearsed call. They are complete, so that the same call can be repeated at any later time.
 */
export interface Situation {
  /** `YYYY-MM-DDTHH:MM` in the line's zone. */
  readonly at: string;
  readonly holiday: HolidayChoice;
  /** The language whose own number was called; null for the general number. */
  readonly language: LanguageTag | null;
  /** See `Conditions`. */
  readonly dialsUntried: boolean;
  readonly mayTransfer: boolean;
  readonly notice: DisasterNotice | null;
}

/** The line with the simulated day added to its holidays or removed from them; with `calendar`, the line as it is. */
export function lineIn(line: Line, { at, holiday }: Pick<Situation, 'at' | 'holiday'>): Line {
  if (holiday === 'calendar') return line;
  const date = at.slice(0, 10);
  const change = (hours: Hours): Hours => {
    const others = hours.closedOn.filter((each) => each !== date);
    return { ...hours, closedOn: holiday === 'yes' ? [...others, date] : others };
  };
  return {
    ...line,
    destinations: line.destinations.map((each) => ({ ...each, hours: each.hours && change(each.hours) })),
  };
}

/**
 * The conditions for every turn of the call.
 * @throws RangeError when the simulated time is not a valid date and time
 */
export const conditionsIn = (
  { timeZone }: Pick<Line, 'timeZone'>,
  { at, dialsUntried, mayTransfer, notice }: Situation,
): Conditions => ({
  now: Temporal.PlainDateTime.from(at).toZonedDateTime(timeZone).toInstant().toString(),
  dialsUntried,
  mayTransfer,
  disaster: notice,
});

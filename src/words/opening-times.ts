import type { FactValue } from './segment.ts';

/** Consecutive days of the week, 1 for Monday to 7 for Sunday (ISO). For a single day, `from` and `to` are equal. */
export interface DayRun {
  readonly from: number;
  readonly to: number;
}

/**
 * Groups days of the week as people say them. Three or more days in a row become one run. Two adjacent days stay
 * single.
 * @param days ISO days in ascending order
 */
export function dayRuns(days: readonly number[]): DayRun[] {
  const runs: { from: number; to: number }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last !== undefined && last.to === day - 1) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs.flatMap(({ from, to }) =>
    to - from === 1
      ? [
          { from, to: from },
          { from: to, to },
        ]
      : [{ from, to }],
  );
}

export type TimeOfDay = Extract<FactValue, { type: 'time' }>;

/** Parses `HH:MM`. The end of a day, `24:00`, becomes 0:00. */
export function timeOfDay(text: string): TimeOfDay {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return { type: 'time', hour: hour % 24, minute };
}

/**
 * Whether a time is midnight, the start of a day. In most languages, listeners understand the word for midnight after a
 * date as the end of that day. So the reading rules have other words for this time.
 */
export const isDayStart = ({ hour, minute }: TimeOfDay): boolean => hour === 0 && minute === 0;

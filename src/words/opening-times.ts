import type { FactValue } from './segment.ts';

/** Consecutive days of the week, ISO 1 = Monday … 7 = Sunday; a single day is both `from` and `to`. */
export interface DayRun {
  readonly from: number;
  readonly to: number;
}

/** Days of the week as people say them: three or more in a row are one run, two adjacent days are two single days. */
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

/** `HH:MM` as a time of day; `24:00`, the end of a day, is midnight. */
export function timeOfDay(text: string): TimeOfDay {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return { type: 'time', hour: hour % 24, minute };
}

/**
 * Whether a time is midnight. After a date, midnight means the start of that day, but the word for midnight in most
 * languages would be understood as the end of that day.
 */
export const isDayStart = ({ hour, minute }: TimeOfDay): boolean => hour === 0 && minute === 0;

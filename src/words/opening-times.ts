import type { FactValue } from './segment.ts';

/** Some days of the week in a row, ISO 1 = Monday … 7 = Sunday; a single day has the same day twice. */
export interface DayRun {
  readonly from: number;
  readonly to: number;
}

/** Days of the week as people say them: three or more in a row are one run, two neighbours are two single days. */
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

/** Midnight. With a date before it, it begins that day, and most languages' word for it would be taken for the day's end. */
export const isDayStart = ({ hour, minute }: TimeOfDay): boolean => hour === 0 && minute === 0;

import type { FactValue } from './segment.ts';

/** The placeholders for the time of a disaster notice. */
export const momentPlaceholders: ReadonlySet<string> = new Set(['noticeDay', 'noticeTime']);

/** Texts with a time differ from notice to notice; where one is needed in advance, this time stands for all. */
export const sampleMoment = '2026-01-01T09:00';

/**
 * The day and the time of a local date and time, as facts.
 * @param at `YYYY-MM-DDTHH:MM`
 */
export function momentFacts(at: string): [string, FactValue][] {
  const { month, day, hour, minute } = Temporal.PlainDateTime.from(at);
  return [
    ['noticeDay', { type: 'day', month, day }],
    ['noticeTime', { type: 'time', hour, minute }],
  ];
}

import type { FactValue } from './segment.ts';

/** Where the words of a disaster notice say when it was made. */
export const momentPlaces: ReadonlySet<string> = new Set(['noticeDay', 'noticeTime']);

/** Texts that say a moment differ from notice to notice; where one is wanted beforehand, this stands for all. */
export const sampleMoment = '2026-01-01T09:00';

/**
 * The day and the time of a local moment, as facts.
 * @param at `YYYY-MM-DDTHH:MM`
 */
export function momentFacts(at: string): [string, FactValue][] {
  const { month, day, hour, minute } = Temporal.PlainDateTime.from(at);
  return [
    ['noticeDay', { type: 'day', month, day }],
    ['noticeTime', { type: 'time', hour, minute }],
  ];
}

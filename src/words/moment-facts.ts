import { disasterPrompts } from '../call/disaster.ts';
import { opensAgain } from '../call/say.ts';
import type { FactValue } from './segment.ts';

/** The prompts that name a day and a time, which are known only later, and their placeholders for them. */
const momentPrompts: ReadonlyMap<string, readonly [day: string, time: string]> = new Map([
  [disasterPrompts.time, ['noticeDay', 'noticeTime']],
  [opensAgain, ['openingDay', 'openingTime']],
]);

/** Whether a prompt names a day and a time. */
export const namesMoment = (prompt: string): boolean => momentPrompts.has(prompt);

/** The placeholders for the day and the time in a prompt; none in most prompts. */
export const momentPlaceholdersIn = (prompt: string): readonly string[] => momentPrompts.get(prompt) ?? [];

/** All such placeholders. */
export const momentPlaceholders: ReadonlySet<string> = new Set([...momentPrompts.values()].flat());

/** An example, for texts with a time that are needed before the time is known. */
export const sampleMoment = '2026-01-01T09:00';

/**
 * The day and the time of a local date and time, as facts.
 * @param at `YYYY-MM-DDTHH:MM`
 */
export function momentFacts(at: string): [string, FactValue][] {
  const { month, day, hour, minute } = Temporal.PlainDateTime.from(at);
  return [...momentPrompts.values()].flatMap(([dayName, timeName]): [string, FactValue][] => [
    [dayName, { type: 'day', month, day }],
    [timeName, { type: 'time', hour, minute }],
  ]);
}

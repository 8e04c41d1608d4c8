import { disasterPrompts } from '../call/disaster.ts';
import { opensAgain } from '../call/say.ts';
import type { FactValue } from './segment.ts';

/**
 * The prompts that name a day and a time which are not known when the text is written. For each prompt: its
 * placeholders for the day and the time.
 */
const momentPrompts: ReadonlyMap<string, readonly [day: string, time: string]> = new Map([
  [disasterPrompts.time, ['noticeDay', 'noticeTime']],
  [opensAgain, ['openingDay', 'openingTime']],
]);

/** Whether a prompt names a day and a time that are not known when the text is written. */
export const namesMoment = (prompt: string): boolean => momentPrompts.has(prompt);

/** The placeholders for the day and the time in a prompt; none in most prompts. */
export const momentPlaceholdersIn = (prompt: string): readonly string[] => momentPrompts.get(prompt) ?? [];

/** The placeholders for days and times in all prompts. */
export const momentPlaceholders: ReadonlySet<string> = new Set([...momentPrompts.values()].flat());

/**
 * The placeholders whose values do not come from a fact: the key of an option, the caller's language, and the
 * placeholders of `momentPlaceholders`. The console refuses these names for new facts.
 */
export const placeholdersWithoutFact: ReadonlySet<string> = new Set(['key', 'language', ...momentPlaceholders]);

/** The type of the value of a placeholder for a day or a time; null for any other placeholder. */
export const momentTypeOf = (placeholder: string): 'day' | 'time' | null => momentTypes.get(placeholder) ?? null;

const momentTypes = new Map(
  [...momentPrompts.values()].flatMap(([day, time]) => [[day, 'day'] as const, [time, 'time'] as const]),
);

/** An example of a day and a time, for texts that are needed before the real day and time are known. */
export const sampleMoment = '2026-01-01T09:00';

/**
 * The values of all placeholders for days and times, taken from one local date and time.
 * @param at `YYYY-MM-DDTHH:MM`
 */
export function momentFacts(at: string): [string, FactValue][] {
  const { month, day, hour, minute } = Temporal.PlainDateTime.from(at);
  return [...momentPrompts.values()].flatMap(([dayName, timeName]): [string, FactValue][] => [
    [dayName, { type: 'day', month, day }],
    [timeName, { type: 'time', hour, minute }],
  ]);
}

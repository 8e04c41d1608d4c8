import type { OpeningHours } from '../../call/line.ts';
import type { TimeOfDay } from '../../words/opening-times.ts';
import type { FactValue } from '../../words/segment.ts';

/** The values of one type. */
type Fact<Type extends FactValue['type']> = Extract<FactValue, { type: Type }>;

/** How one language speaks facts. The results are words, so that an engine has to guess as little as possible. */
export interface ReadingRules {
  /** One group of a phone number, digit by digit. */
  readonly digits: (group: string) => string;
  readonly month: (value: Fact<'month'>) => string;
  readonly date: (value: Fact<'date'>) => string;
  readonly day: (value: Fact<'day'>) => string;
  /** A time of day. It often follows a date, so midnight is spoken as the start of a day, not as its end. */
  readonly time: (value: TimeOfDay) => string;
  readonly hours: (weekly: readonly OpeningHours[]) => string;
  /** The digit on a telephone key. Prompts never name `*` and `#`. */
  readonly key: (key: string) => string;
}

/**
 * The word for each digit of `group`.
 * @param words the words for 0 to 9
 * @throws RangeError for a character that is not a digit
 */
export function eachDigit(group: string, words: readonly string[]): string[] {
  return Array.from(group, (digit) => word(words, '0123456789'.indexOf(digit)));
}

/**
 * One word of a table.
 * @throws RangeError if the table has no such word, because a wrong word would be worse than an error
 */
export function word(words: readonly string[], index: number): string {
  const found = words[index];
  if (found === undefined) throw new RangeError(`No word for ${index}`);
  return found;
}

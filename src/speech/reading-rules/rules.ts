import type { OpeningHours } from '../../call/line.ts';
import type { TimeOfDay } from '../../words/opening-times.ts';
import type { FactValue } from '../../words/segment.ts';

/** The facts of one type. */
export type Fact<Type extends FactValue['type']> = Extract<FactValue, { type: Type }>;

/** How one language speaks facts: every method answers with words that an engine has nothing left to guess about. */
export interface ReadingRules {
  /** One group of a phone number, digit by digit. */
  readonly digits: (group: string) => string;
  readonly month: (value: Fact<'month'>) => string;
  readonly date: (value: Fact<'date'>) => string;
  readonly day: (value: Fact<'day'>) => string;
  /** Of a moment, with its date before it. */
  readonly time: (value: TimeOfDay) => string;
  readonly hours: (weekly: readonly OpeningHours[]) => string;
  readonly key: (key: string) => string;
}

import type { OpeningHours } from '../call/line.ts';

/**
 * The value of a placeholder. It comes from a fact, from the key of an option, or from a day or time that is not known
 * when the text is written. All languages share the value. The reading rules of each language put it into words.
 */
export type FactValue =
  /**
   * A telephone number, read digit by digit in its groups: `0570-00-0000`. Short numbers such as `119` have one group.
   */
  | { readonly type: 'phone'; readonly number: string }
  /** A month of a year: October 2015. */
  | { readonly type: 'month'; readonly year: number; readonly month: number }
  /** A date: 5 October 2015. */
  | { readonly type: 'date'; readonly year: number; readonly month: number; readonly day: number }
  /** A day of every year: 29 December. */
  | { readonly type: 'day'; readonly month: number; readonly day: number }
  /** A time of day. */
  | { readonly type: 'time'; readonly hour: number; readonly minute: number }
  /** Opening hours: "Monday to Friday, from 9:30 a.m. to 5:30 p.m.". */
  | { readonly type: 'hours'; readonly weekly: readonly OpeningHours[] }
  /** A key of the telephone. */
  | { readonly type: 'key'; readonly key: string };

/** A part of a sentence, ready to be shown or spoken. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  /** Kanji with their kana: shown as ruby, spoken as the reading. */
  | { readonly kind: 'reading'; readonly text: string; readonly reading: string }
  | { readonly kind: 'fact'; readonly name: string; readonly value: FactValue };

/** The part of the line's data that calls need and that all languages share. */

/** A BCP 47 tag, such as `zh-Hans`. */
export type LanguageTag = string;

interface Language {
  readonly tag: LanguageTag;
  /** The digit for this language in the language menu, `1` to `9`. */
  readonly key: string;
  /** The id of the destination that key 0 calls for callers of this language. */
  readonly destination: string;
}

export interface Topic {
  readonly id: string;
  /** The digit for this topic, `1` to `6`. */
  readonly key: string;
  /** The ids of the topic's prompts, said in this order, one in each turn. */
  readonly parts: readonly string[];
}

/** One entry of the opening hours: the same times on some days of the week. */
export interface OpeningHours {
  /** ISO days of the week, 1 = Monday … 7 = Sunday, ascending. */
  readonly days: readonly number[];
  /** `HH:MM`, the first minute at which calls are answered. */
  readonly opens: string;
  /** `HH:MM`, the first minute at which calls are no longer answered. */
  readonly closes: string;
}

/**
 * An exception to the weekly hours, the holidays and the yearly closures: days on which the destination is closed, or
 * open, during the same hours of each day.
 */
export interface DatedHours {
  readonly kind: 'closed' | 'open';
  /** The ISO date of the first day. */
  readonly from: string;
  /** The ISO date of the last day. */
  readonly to: string;
  /** `HH:MM`, the first minute of the exception on each day. */
  readonly begins: string;
  /** `HH:MM`, the first minute after the exception; `24:00` for the end of the day. */
  readonly ends: string;
  /**
   * Why the destination is closed: the id of one of the line's reasons for closures. Callers hear its prompt
   * `closure.<id>`.
   */
  readonly reason?: string | undefined;
  /**
   * `YYYY-MM-DDTHH:MM`: the last closing time before a closure begins. Callers are not told of the closure before this
   * time. Absent if `opensAt` is absent, or if no calls were answered in the month before the closure.
   */
  readonly closedFrom?: string | undefined;
  /** `YYYY-MM-DDTHH:MM`, when the destination opens after a closure. Absent if callers are not told when it opens. */
  readonly opensAt?: string | undefined;
}

export interface Hours {
  readonly weekly: readonly OpeningHours[];
  /** ISO dates on which calls are not answered: the holidays. */
  readonly closedOn: readonly string[];
  /** Closed every year from one `MM-DD` to another, inclusive; may span New Year. */
  readonly closedEachYear: readonly { readonly from: string; readonly to: string }[];
  /** Exceptions override the fields above. If two apply at the same time, a closure wins. Absent if there are none. */
  readonly dated?: readonly DatedHours[] | undefined;
}

/** A telephone number to dial. `triedOn` is the day on which a test call through the line reached a person. */
interface DialledNumber {
  readonly number: string;
  readonly triedOn?: string | undefined;
}

export interface Destination {
  readonly id: string;
  /** Languages that the people there speak. */
  readonly languages: readonly LanguageTag[];
  /** In the order in which they are dialled. */
  readonly dials: readonly DialledNumber[];
  /** Absent when the hours are unknown; such a destination is never dialled in production. */
  readonly hours?: Hours | undefined;
}

export interface Line {
  /** IANA name, such as `Asia/Tokyo`. */
  readonly timeZone: string;
  /** In the order of the language menu. */
  readonly languages: readonly Language[];
  /** The languages that are spoken before a caller has chosen one, in this order. */
  readonly announcers: readonly LanguageTag[];
  readonly topics: readonly Topic[];
  readonly destinations: readonly Destination[];
  /** The id of the destination that key 0 calls before a language is chosen. */
  readonly defaultDestination: string;
  /**
   * Ids of the choices for a disaster notice, from which `disaster.ts` makes the ids of prompts; absent if the line has
   * no disaster texts.
   */
  readonly disaster?:
    | { readonly kinds: readonly string[]; readonly places: readonly string[]; readonly actions: readonly string[] }
    | undefined;
  /** ISO date. After this day, callers are told that the content may be out of date. */
  readonly reviewBy: string;
}

/** The line as the dialogue core sees it: the data that all languages share, read from `prompts/line.yaml`. */

/** A BCP 47 tag, such as `zh-Hans`. */
export type LanguageTag = string;

interface Language {
  readonly tag: LanguageTag;
  /** The digit for this language in the language menu, `1` to `9`. */
  readonly key: string;
  /** Where key 0 leads in this language: the id of a destination. */
  readonly destination: string;
}

export interface Topic {
  readonly id: string;
  /** The digit for this topic, `1` to `6`. */
  readonly key: string;
  /** Prompt ids, said in this order, one per turn. */
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

/** Days on which it is otherwise than every week: closed, or open, during some hours of each. */
export interface DatedHours {
  readonly kind: 'closed' | 'open';
  /** ISO dates, inclusive. */
  readonly from: string;
  readonly to: string;
  /** `HH:MM`, the first minute of the exception on each day. */
  readonly begins: string;
  /** `HH:MM`, the first minute after it; `24:00` for the end of the day. */
  readonly ends: string;
  /** Why it is closed, as callers hear it: the id of a text. */
  readonly reason?: string | undefined;
  /** From when on it is closed before a closure, `YYYY-MM-DDTHH:MM`: the evening before, or days. Absent as `opensAt`. */
  readonly closedFrom?: string | undefined;
  /** When it opens after a closure, `YYYY-MM-DDTHH:MM`; absent if callers are not told. */
  readonly opensAt?: string | undefined;
}

export interface Hours {
  readonly weekly: readonly OpeningHours[];
  /** ISO dates on which calls are not answered: the holidays. */
  readonly closedOn: readonly string[];
  /** Closed every year from one `MM-DD` to another, inclusive; may span New Year. */
  readonly closedEachYear: readonly { readonly from: string; readonly to: string }[];
  /** Exceptions, which come before everything else; of two for the same time, a closure. Absent in older editions. */
  readonly dated?: readonly DatedHours[] | undefined;
}

/** A number to dial. `triedOn` is the day on which a test call through the line reached a person. */
interface DialledNumber {
  readonly number: string;
  readonly triedOn?: string | undefined;
}

export interface Destination {
  readonly id: string;
  /** Languages that the people there speak. */
  readonly languages: readonly LanguageTag[];
  /** Tried in this order. */
  readonly dials: readonly DialledNumber[];
  /** Absent when unknown; such a destination is never dialled in production. */
  readonly hours?: Hours | undefined;
}

export interface Line {
  /** IANA name, such as `Asia/Tokyo`. */
  readonly timeZone: string;
  /** In the order of the language menu. */
  readonly languages: readonly Language[];
  /** The languages spoken before one is chosen. */
  readonly announcers: readonly LanguageTag[];
  readonly topics: readonly Topic[];
  readonly destinations: readonly Destination[];
  /** Where key 0 leads before a language is chosen. */
  readonly defaultDestination: string;
  /** Ids of the disaster texts that it has; absent when the line has no disaster notice. */
  readonly disaster?:
    | { readonly kinds: readonly string[]; readonly places: readonly string[]; readonly actions: readonly string[] }
    | undefined;
  /** ISO date; after it callers are told that the content may be out of date. */
  readonly reviewBy: string;
}

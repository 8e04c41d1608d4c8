/** The line as the dialogue core sees it: what all languages share. Plain data, read from `prompts/line.yaml`. */

/** A BCP 47 tag, such as `zh-Hans`. */
export type LanguageTag = string;

export interface Language {
  readonly tag: LanguageTag;
  /** The digit that chooses this language in the language menu, `1` to `9`. */
  readonly key: string;
  /** Where key 0 leads in this language: the id of a destination. */
  readonly destination: string;
}

export interface Topic {
  readonly id: string;
  /** The digit that chooses this topic, `1` to `6`. */
  readonly key: string;
  /** Prompt ids, heard in this order, one a turn. */
  readonly parts: readonly string[];
}

/** One stretch of opening hours: the same times on some days of the week. */
export interface OpeningHours {
  /** ISO days of the week, 1 = Monday … 7 = Sunday, ascending. */
  readonly days: readonly number[];
  /** `HH:MM`, the first minute at which somebody answers. */
  readonly opens: string;
  /** `HH:MM`, the first minute at which nobody answers any more. */
  readonly closes: string;
}

export interface Hours {
  readonly weekly: readonly OpeningHours[];
  /** ISO dates on which nobody answers: the holidays. */
  readonly closedOn: readonly string[];
  /** Closed every year from one `MM-DD` to another, both included; may run over New Year. */
  readonly closedEachYear: readonly { readonly from: string; readonly to: string }[];
}

/** A number that may be dialled. `triedOn` is the day on which a person reached it through the line. */
export interface DialledNumber {
  readonly number: string;
  readonly triedOn?: string | undefined;
}

export interface Destination {
  readonly id: string;
  /** Languages spoken there. */
  readonly languages: readonly LanguageTag[];
  /** Tried one after the other. */
  readonly dials: readonly DialledNumber[];
  /** Absent: nobody knows; such a destination is never dialled in production. */
  readonly hours?: Hours | undefined;
}

export interface Line {
  /** IANA name, such as `Asia/Tokyo`. */
  readonly timeZone: string;
  /** In the order of the language menu. */
  readonly languages: readonly Language[];
  /** What is spoken while no language has been chosen. */
  readonly announcers: readonly LanguageTag[];
  readonly topics: readonly Topic[];
  readonly destinations: readonly Destination[];
  /** Where key 0 leads before a language is chosen. */
  readonly defaultDestination: string;
  /** The disasters it has words for, by their ids; absent where a line has no disaster notice. */
  readonly disaster?:
    | { readonly kinds: readonly string[]; readonly places: readonly string[]; readonly actions: readonly string[] }
    | undefined;
  /** ISO date; after it callers hear once that the content may be out of date. */
  readonly reviewBy: string;
}

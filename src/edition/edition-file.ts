import type { LanguageTag, Line } from '../call/line.ts';

/** Words, words with the reading that is spoken for them, or a pause in milliseconds. */
export type SaidPart =
  | { readonly text: string }
  | { readonly text: string; readonly reading: string }
  | { readonly pause: number };

/** Words as they are displayed; kanji with their kana reading. */
export interface ShownPart {
  readonly text: string;
  readonly reading?: string;
  /** The digits of a telephone number. Absent in files of earlier versions. */
  readonly dial?: string;
}

/** One sentence of a prompt, ready to be played, said and displayed. */
export interface EditionSentence {
  readonly prompt: string;
  readonly language: LanguageTag;
  /** The keys of its sounds, at the normal and the slower speed. */
  readonly sounds: { readonly normal: string; readonly slow: string };
  /** It says which key to press, so the pause after it is that of a menu item. */
  readonly offersKey: boolean;
  /** For `<Say>`, when its sound is missing. */
  readonly said: readonly SaidPart[];
  readonly shown: readonly ShownPart[];
}

/** A language of the line, as calls need it. */
export interface EditionLanguage {
  readonly tag: LanguageTag;
  /** Its native name in its own script. */
  readonly name: string;
  /** Telephone numbers of this language alone, which skip the language menu. */
  readonly ownNumbers: readonly string[];
  /** Twilio's voice and language for `<Say>`. */
  readonly say: { readonly voice: string; readonly language: string };
}

/** Words by language, as they are displayed. */
type ShownTexts = readonly (readonly [language: LanguageTag, name: readonly ShownPart[]])[];

/** What residents read besides words that callers hear: on printed sheets and on the public pages. */
export interface EditionLeaflet {
  /** The number that people call; null if the office has not entered it yet. */
  readonly number: string | null;
  /** What the line is. */
  readonly titles: ShownTexts;
  readonly addresses: readonly { readonly names: ShownTexts; readonly url: string }[];
  readonly contacts: readonly {
    readonly names: ShownTexts;
    readonly phone: string | null;
    readonly fax: string | null;
    readonly address: { readonly ja: string; readonly en: string } | null;
    /** The id of the destination that has this number; its opening hours are those of the contact. */
    readonly destination: string | null;
  }[];
}

/** Days on which a destination is closed or open other than usual, as they are displayed. */
export interface EditionDates {
  /** The ISO date of the last day. */
  readonly until: string;
  /** Why it is closed, if callers hear it: the id of a closure. */
  readonly reason?: string;
  /** The days and times, and whether it is closed or open then. */
  readonly written: ShownTexts;
}

/**
 * A published edition as one file: everything that a line needs to answer calls, and nothing that only the office needs. The
 * sounds are stored separately, under their keys.
 */
export interface EditionFile {
  /** SHA-256 of the published words, values and voice, in hexadecimal digits. */
  readonly hash: string;
  readonly name: { readonly ja: string; readonly en: string };
  readonly line: Line;
  readonly languages: readonly EditionLanguage[];
  /** Names of the destinations by id. */
  readonly destinations: readonly (readonly [id: string, name: { readonly ja: string; readonly en: string }])[];
  /** Days with other hours than usual, by the id of the destination. Absent where there are none. */
  readonly dates?: readonly (readonly [destination: string, dates: readonly EditionDates[]])[];
  /** Absent in files of earlier versions. */
  readonly leaflet?: EditionLeaflet;
  /** The destination whose number `out-of-order` says; absent where there is no such text, and in files of earlier versions. */
  readonly fallback?: string;
  readonly transfersPerHour: number;
  /** Whether it uses the embedded voice, which is for demonstrations. */
  readonly isDemonstration: boolean;
  readonly sentences: readonly EditionSentence[];
  /** Everything that can be said, as `sayingCode` writes it, with the indexes of its sentences in `sentences`. */
  readonly sayings: readonly (readonly [code: string, sentences: readonly number[]])[];
  /** What an agent hears before being connected to a caller of this language; null for callers who have chosen none. */
  readonly whispers: readonly (readonly [language: LanguageTag | null, sentences: readonly number[]])[];
}

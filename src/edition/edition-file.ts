import type { LanguageTag, Line } from '../call/line.ts';

/** Words, words with the reading that is spoken for them, or a pause in milliseconds. */
export type SaidPart =
  | { readonly text: string }
  | { readonly text: string; readonly reading: string }
  | { readonly pause: number };

/** Words as they are displayed; kanji have their kana reading. */
export interface ShownPart {
  readonly text: string;
  readonly reading?: string;
  /** The digits to dial, if the words are a telephone number. Files of earlier versions never have them. */
  readonly dial?: string;
}

/** One sentence of a prompt, ready to be played, said and displayed. */
export interface EditionSentence {
  readonly prompt: string;
  readonly language: LanguageTag;
  /** The keys of its sounds, at the normal and the slower speed. */
  readonly sounds: { readonly normal: string; readonly slow: string };
  /** Whether the sentence says which key to press. If so, the pause after the sentence is that of a menu item. */
  readonly offersKey: boolean;
  /** The words that `<Say>` says when the sound is missing. */
  readonly said: readonly SaidPart[];
  readonly shown: readonly ShownPart[];
}

/** A language of the line, with what calls and the public pages need. */
export interface EditionLanguage {
  readonly tag: LanguageTag;
  /** The native name of the language in its own script. */
  readonly name: string;
  /** Telephone numbers that belong to this language alone. Calls to them skip the language menu. */
  readonly ownNumbers: readonly string[];
  /** Twilio's voice and language for `<Say>`. */
  readonly say: { readonly voice: string; readonly language: string };
}

/** Words by language, as they are displayed. */
type ShownTexts = readonly (readonly [language: LanguageTag, words: readonly ShownPart[]])[];

/** What residents read besides the words that callers hear: on the printed leaflets and on the public pages. */
export interface EditionLeaflet {
  /** The telephone number that people call; null if the office has not entered it yet. */
  readonly number: string | null;
  /** What the line is called. */
  readonly titles: ShownTexts;
  readonly addresses: readonly { readonly names: ShownTexts; readonly url: string }[];
  readonly contacts: readonly {
    readonly names: ShownTexts;
    readonly phone: string | null;
    readonly fax: string | null;
    readonly address: { readonly ja: string; readonly en: string } | null;
    /**
     * The id of the destination that has the same telephone number, and whose hours also apply to the contact. Null if
     * there is none.
     */
    readonly destination: string | null;
  }[];
}

/** Days that differ from the weekly hours of a destination, as they are displayed. */
export interface EditionDates {
  /** The ISO date of the last day. */
  readonly until: string;
  /** Why the destination is closed: the id of a closure. Absent if callers are not told. */
  readonly reason?: string;
  /** The days and times, and whether the destination is closed or open. */
  readonly written: ShownTexts;
}

/**
 * A published edition as one file: everything that a line needs to answer calls, and nothing that only the office
 * needs. The sounds are stored separately, under their keys.
 */
export interface EditionFile {
  /** SHA-256 of the published words, values and voice, in hexadecimal digits. */
  readonly hash: string;
  readonly name: { readonly ja: string; readonly en: string };
  readonly line: Line;
  readonly languages: readonly EditionLanguage[];
  /** Names of the destinations by id. */
  readonly destinations: readonly (readonly [id: string, name: { readonly ja: string; readonly en: string }])[];
  /** Days with unusual hours, by the id of the destination. Absent if there are none. */
  readonly dates?: readonly (readonly [destination: string, dates: readonly EditionDates[]])[];
  /** Absent in files of earlier versions. */
  readonly leaflet?: EditionLeaflet;
  /**
   * The id of the destination whose telephone number the prompt `out-of-order` says. Absent if the line does not have
   * this prompt, or if the file is of an earlier version.
   */
  readonly fallback?: string;
  readonly transfersPerHour: number;
  /** Whether the edition uses the embedded voice, which is for demonstrations. */
  readonly isDemonstration: boolean;
  readonly sentences: readonly EditionSentence[];
  /**
   * The code of every saying, as `sayingCode` returns it, with the indexes of the saying's sentences in `sentences`.
   * Sayings that name the time of a disaster notice are not among them.
   */
  readonly sayings: readonly (readonly [code: string, sentences: readonly number[]])[];
  /** What an agent hears before being connected to a caller of this language; null for callers who have chosen none. */
  readonly whispers: readonly (readonly [language: LanguageTag | null, sentences: readonly number[]])[];
}

import type { LanguageTag, Line } from '../call/line.ts';

/** Words, words with the reading that is spoken for them, or a silence in milliseconds. */
export type SaidPart =
  | { readonly text: string }
  | { readonly text: string; readonly reading: string }
  | { readonly pause: number };

/** Words as they are shown; kanji with their kana. */
export interface ShownPart {
  readonly text: string;
  readonly reading?: string;
}

/** One sentence of a prompt, ready to be played, said and shown. */
export interface EditionSentence {
  readonly prompt: string;
  readonly language: LanguageTag;
  /** The keys of its sounds, at the normal speed and slower. */
  readonly sounds: { readonly normal: string; readonly slow: string };
  /** It tells which key to press, and so the pause after it is that of a menu item. */
  readonly offersKey: boolean;
  /** For `<Say>`, where its sound is missing. */
  readonly said: readonly SaidPart[];
  readonly shown: readonly ShownPart[];
}

/** A language as callers and their telephones see it. */
export interface EditionLanguage {
  readonly tag: LanguageTag;
  /** Its own name in its own script. */
  readonly name: string;
  /** Telephone numbers that belong to this language alone and skip the menu. */
  readonly ownNumbers: readonly string[];
  /** Twilio's voice and language for `<Say>`. */
  readonly say: { readonly voice: string; readonly language: string };
}

/**
 * A published edition as one file: everything that a line needs to answer calls, and nothing that only the office needs. The
 * sounds lie beside it, under their keys.
 */
export interface EditionFile {
  /** SHA-256 over the words, values and voice that the office has published, in hexadecimal digits. */
  readonly hash: string;
  readonly name: { readonly ja: string; readonly en: string };
  readonly line: Line;
  readonly languages: readonly EditionLanguage[];
  /** Names of destinations by their ids. */
  readonly destinations: readonly (readonly [id: string, name: { readonly ja: string; readonly en: string }])[];
  readonly transfersPerHour: number;
  /** The embedded voice speaks, which is for demonstrations. */
  readonly isDemonstration: boolean;
  readonly sentences: readonly EditionSentence[];
  /** What can be said, as `sayingCode` writes it, and the places of its sentences in their list. */
  readonly sayings: readonly (readonly [code: string, sentences: readonly number[]])[];
  /** What an agent hears before a caller of this language; of null, before one who has chosen none. */
  readonly whispers: readonly (readonly [language: LanguageTag | null, sentences: readonly number[]])[];
}

import { createHash } from 'node:crypto';
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
  /** The keys of every narration that calls can need on an ordinary day. */
  readonly narrations: readonly string[];
}

/** Raised whenever lines of before cannot read it. */
const format = 1;

/** Ten times an edition in seven languages, in bytes. */
export const longestEditionFile = 20_000_000;

/** Why an edition file is not read: somebody has changed it or it is not whole, or it was written by a later version. */
export class EditionFileError extends Error {
  override readonly name = 'EditionFileError';
  readonly kind: 'damaged' | 'not-mine';

  constructor(kind: 'damaged' | 'not-mine', message: string) {
    super(message);
    this.kind = kind;
  }
}

const head = /^kotozute-edition (\d{1,6}) ([0-9a-f]{64})\n/;
const headLength = 100;

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** An edition file as bytes: one line with its format and the SHA-256 of what follows, then JSON. */
export function writeEditionFile(file: EditionFile): Uint8Array {
  const body = Buffer.from(JSON.stringify(file));
  return Buffer.concat([Buffer.from(`kotozute-edition ${format} ${digest(body)}\n`), body]);
}

/**
 * Reads what `writeEditionFile` wrote.
 * @param bytes at most `longestEditionFile` of them
 * @throws EditionFileError `damaged` for anything else, and `not-mine` for a format that this version does not know
 */
export function readEditionFile(bytes: Uint8Array): EditionFile {
  const damaged = () => new EditionFileError('damaged', 'The edition file is damaged; the office writes it anew.');
  if (bytes.length > longestEditionFile) throw damaged();
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength)).toString('latin1');
  const [line = '', number, sum] = head.exec(text) ?? [];
  if (line === '') throw damaged();
  if (Number(number) !== format) {
    throw new EditionFileError('not-mine', `The edition file has format ${number}, which this version cannot read.`);
  }
  const body = bytes.subarray(line.length);
  if (digest(body) !== sum) throw damaged();
  return JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString());
}

import type { LanguageTag } from '../call/line.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';

/** A place in the words of a language: all of them, one prompt, or one sentence of a prompt. */
interface WordsPlace {
  readonly language: LanguageTag;
  /** The id of the prompt; absent for the language as a whole. */
  readonly prompt?: string | undefined;
  /** The index of the sentence; absent for the prompt as a whole. */
  readonly sentence?: number | undefined;
}

/** A value of `line.yaml`, identified by its path. The empty path is the whole file. */
export interface ValuePlace {
  readonly path: readonly PropertyKey[];
}

/** A place in a draft, whether it is stored in files or in a database. */
export type Place = WordsPlace | ValuePlace;

/** A line of a file, counted from 1. It is known only if the draft was read from files. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

/** A string that identifies a place. */
export const placeKey = (place: Place): string =>
  'path' in place
    ? `/${place.path.map(String).join('/')}`
    : [place.language, place.prompt, place.sentence].filter((part) => part !== undefined).join(' ');

export const isSamePlace = (one: Place, other: Place): boolean => placeKey(one) === placeKey(other);

/** Formats a place for a terminal: `en goodbye, sentence 2`, `line.yaml facts.firstDay`, `prompts/en.yaml:12`. */
export function formatPlace(place: Place | SourceLine, terminal: TerminalLanguage = 'en'): string {
  if ('file' in place) return `${place.file}:${place.line}`;
  if ('path' in place) return ['line.yaml', place.path.map(String).join('.')].filter(Boolean).join(' ');
  const { language, prompt, sentence } = place;
  return [
    language,
    ...(prompt === undefined ? [] : [' ', prompt]),
    ...(sentence === undefined ? [] : [terminal === 'ja' ? `の${sentence + 1}文目` : `, sentence ${sentence + 1}`]),
  ].join('');
}

/**
 * Compares places, so that their order is deterministic. The values of `line.yaml` come first. Then come the words,
 * language by language. Lines of files are ordered by the name of the file, then by number.
 */
export function comparePlaces(one: Place | SourceLine, other: Place | SourceLine): number {
  const [first, second] = [orderOf(one), orderOf(other)];
  for (let part = 0; part < Math.max(first.length, second.length); part += 1) {
    const [a = '', b = ''] = [first[part], second[part]];
    const difference = typeof a === 'number' && typeof b === 'number' ? a - b : compareNames(String(a), String(b));
    if (difference !== 0) return difference;
  }
  return 0;
}

function orderOf(place: Place | SourceLine): readonly (string | number)[] {
  if ('file' in place) return [place.file, place.line];
  if ('path' in place) return ['', ...place.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  return [place.language, place.prompt ?? '', place.sentence ?? -1];
}

/** Compares by code unit, because the order must not depend on the locale of the machine. */
export const compareNames = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

import type { LanguageTag } from '../call/line.ts';

/** Something in a language's words: one of its prompts, one of that prompt's sentences, or all its words together. */
export interface TextPlace {
  readonly language: LanguageTag;
  /** Absent for the language as a whole. */
  readonly prompt?: string | undefined;
  /** 0 for the first; absent for the prompt as a whole. */
  readonly sentence?: number | undefined;
}

/** A value of `line.yaml`, by its path; an empty path for all of it. */
export interface ValuePlace {
  readonly path: readonly PropertyKey[];
}

/** Where in the words of a line something is, whether they lie in files or in a database. */
export type Place = TextPlace | ValuePlace;

/** A line of a file, 1 for the first: only whoever read the files knows it. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

/** Tells places apart as text. */
export const placeName = (place: Place): string =>
  'path' in place
    ? `/${place.path.map(String).join('/')}`
    : [place.language, place.prompt, place.sentence].filter((part) => part !== undefined).join(' ');

export const isSamePlace = (one: Place, other: Place): boolean => placeName(one) === placeName(other);

/** For whoever reads a terminal: `en goodbye, sentence 2`, `line.yaml facts.firstDay`, `prompts/en.yaml:12`. */
export function formatPlace(place: Place | SourceLine): string {
  if ('file' in place) return `${place.file}:${place.line}`;
  if ('path' in place) return ['line.yaml', place.path.map(String).join('.')].filter(Boolean).join(' ');
  const { language, prompt, sentence } = place;
  return [
    language,
    ...(prompt === undefined ? [] : [' ', prompt]),
    ...(sentence === undefined ? [] : [`, sentence ${sentence + 1}`]),
  ].join('');
}

/** Brings places into an order that depends on nothing but themselves: the line first, then language by language. */
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

/** By code unit: the order must not depend on the machine's own language. */
export const compareNames = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

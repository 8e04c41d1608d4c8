import type { LanguageTag } from '../../call/line.ts';
import type { DatedHours } from '../../words/dated-hours.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import type { EditionContent } from './edition-content.ts';

type Words = Pick<EditionContent, 'line' | 'words'>;

/** A text that differs between two editions. The list of sentences is empty for an edition that lacks the text. */
export interface ChangedText {
  readonly language: LanguageTag;
  readonly prompt: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * A value of the line that differs between two editions, such as `facts.callCentreNumber.value`. A closure or an extra
 * opening on certain days is one value, such as `destinations.office.dates.2026-12-29`, with all its fields as JSON.
 */
export interface ChangedValue {
  readonly path: string;
  /** `before` is null if the value is new, and `after` is null if the value was removed. */
  readonly before: string | null;
  readonly after: string | null;
}

/** All differences between two editions, in their texts and in the line. */
export interface ContentsCompared {
  readonly texts: readonly ChangedText[];
  readonly values: readonly ChangedValue[];
  /** Whether the keys of languages or topics have changed. Leaflets show the old keys, and people remember them. */
  readonly areKeysChanged: boolean;
}

/** The sentences of a text that an edition lacks. Always the same list, because fingerprints are cached by list. */
const none: readonly string[] = [];

/** Finds all differences between two editions. @param before null if nothing was ever published */
export function compareContents(before: Words | null, after: Words): ContentsCompared {
  const tags = [...new Set([...Object.keys(after.words), ...Object.keys(before?.words ?? {})])];
  const texts = tags.flatMap((language) => {
    const [old, now] = [before?.words[language]?.prompts ?? {}, after.words[language]?.prompts ?? {}];
    return [...new Set([...Object.keys(now), ...Object.keys(old)])].flatMap((prompt): ChangedText[] => {
      const changed = { language, prompt, before: old[prompt] ?? none, after: now[prompt] ?? none };
      return fingerprint(changed.before) === fingerprint(changed.after) ? [] : [changed];
    });
  });
  const [old, now] = [valuesIn(before?.line ?? {}), valuesIn(after.line)];
  const values = [...new Set([...old.keys(), ...now.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((value) => value.before !== value.after);
  return { texts, values, areKeysChanged: before !== null && keysOf(before) !== keysOf(after) };
}

/** The assignment of keys to languages and topics. */
const keysOf = ({ line }: Words): string =>
  JSON.stringify([line.languages.map(({ tag, key }) => [key, tag]), line.topics.map(({ id, key }) => [key, id])]);

/**
 * All values of a line by path. Paths name list members by tag or id, so that moving one does not change the paths of
 * others. Members that have neither are numbered. A list of plain values is one value.
 */
function valuesIn(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, String(value)]]);
  if (Array.isArray(value) && /^destinations\.[^.]+\.dates$/.test(path))
    return new Map(value.map((each) => valueOfDates(path, each)));
  const named = Object.entries(value).map(
    ([key, each]) => [Array.isArray(value) ? nameOf(each, key) : key, each] as const,
  );
  const isPlainList = Array.isArray(value) && value.every((each) => typeof each !== 'object');
  if (isPlainList) return new Map([[path, value.join(', ')]]);
  return new Map(named.flatMap(([key, each]) => [...valuesIn(each, path === '' ? key : `${path}.${key}`)]));
}

/**
 * A closure or extra opening has no id. Its path names its beginning instead, so that removing one does not change
 * other paths.
 */
const valueOfDates = (path: string, { kind, from, to, begins, ends, reason }: DatedHours): [string, string] => [
  `${path}.${begins === undefined ? from : `${from} ${begins}`}`,
  JSON.stringify({ kind, from, to, begins, ends, reason }),
];

function nameOf(member: unknown, index: string): string {
  const { tag, id } = Object(member);
  return String(tag ?? id ?? index);
}

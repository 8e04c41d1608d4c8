import { isIn } from '../frame/text.ts';
import type { Visitor } from '../frame/visit.ts';
import { type DatedHours, datedHours } from '../words/dated-hours.ts';
import { formatDays } from '../words/format-fact-value.ts';
import type { Names } from './names.ts';
import { valuesTexts } from './texts.ts';

/** The names needed to name a value. A text is not a value. */
export type ValueNames = Omit<Names, 'text'>;

/** The parts of a path that are followed by an id, each with a function that finds the name for the id. */
const named = {
  languages: ({ language }, tag) => language(tag),
  topics: ({ topic }, id) => topic(id),
  destinations: ({ destination }, id) => destination(id),
  facts: ({ fact }, id) => fact(id),
  kinds: ({ choice }, id) => choice(id),
  places: ({ choice }, id) => choice(id),
  actions: ({ choice }, id) => choice(id),
  closures: ({ choice }, id) => choice(id),
} as const satisfies Readonly<Record<string, (names: ValueNames, id: string) => string>>;
const isNamed = (part: string): part is keyof typeof named => Object.hasOwn(named, part);

/**
 * Whether `compareContents` gives this path to a closure or an extra opening: `destinations.office.dates.2026-12-29`.
 */
const isDates = (path: string): boolean => /^destinations\.[^.]+\.dates\.\d{4}-/.test(path);

/**
 * What staff call a value that all languages share.
 * @param path the path that `compareContents` writes, such as `destinations.office.hours`
 */
export function nameOfValue({ t }: Pick<Visitor, 't'>, names: ValueNames, path: string): string {
  // The path of a closure or an extra opening ends with its first day and, if it begins at a certain time, with that
  // time. This part is left out, because the value itself names all days in words.
  const parts = (isDates(path) ? path.slice(0, path.lastIndexOf('.')) : path).split('.');
  const show = (part: string, index: number): string => {
    const list = parts[index - 1] ?? '';
    if (isNamed(list)) return named[list](names, part);
    if (/^\d+$/.test(part)) return String(Number(part) + 1);
    return isIn(valuesTexts, part) ? t(`values.${part}`) : part;
  };
  return parts.map(show).join(' › ');
}

/**
 * A value as staff read it: with names instead of ids. A closure or an extra opening is written in words.
 * @param value the value that `compareContents` writes
 */
export function readableValue(
  visitor: LanguageOf,
  names: ValueNames,
  path: string,
  value: string | null,
): string | null {
  return value !== null && isDates(path)
    ? datesInWords(visitor, datedHours.parse(JSON.parse(value)), names.choice)
    : withNames(names, path, value);
}

/** A closure or an extra opening, such as 2026年12月29日から2027年1月3日まで: 休み (年末年始). */
export function datesInWords({ t, language }: LanguageOf, dates: DatedHours, reasonOf: (id: string) => string): string {
  const reason = dates.reason === undefined ? '' : ` (${reasonOf(dates.reason)})`;
  return `${formatDays(language, dates)}: ${t(`names.dates.${dates.kind}`)}${reason}`;
}

type LanguageOf = Pick<Visitor, 't' | 'language'>;

/** Returns names instead of ids for a value that consists of ids. Any other value is returned unchanged. */
function withNames(names: ValueNames, path: string, value: string | null): string | null {
  const parts = path.split('.');
  const last = parts.at(-1) ?? '';
  const each = (nameOf: (id: string) => string) => (value === null ? null : value.split(', ').map(nameOf).join(', '));
  switch (parts[0] === 'facts' ? '' : last) {
    case 'parts':
      return each(names.prompt);
    case 'languages':
    case 'announcers':
    case 'sourceLanguage':
    case 'tag':
      return each(names.language);
    case 'destination':
    case 'defaultDestination':
    case 'fallback':
      return each(names.destination);
    case 'hours':
    case 'from':
    case 'to':
      return each(names.fact);
    case 'number':
      return parts.includes('dials') ? value : each(names.fact);
    case 'notWith':
      return each(names.choice);
    case 'id': {
      const list = parts.at(-3) ?? '';
      return isNamed(list) ? each((id) => named[list](names, id)) : value;
    }
    default:
      return value;
  }
}

/**
 * The path of a value, in the form that `nameOfValue` expects.
 * @param path the path that a schema reports, with the positions of list members: `topics`, `2`, `parts`
 */
export function pathOfIssue(file: unknown, path: readonly PropertyKey[]): string {
  let here: unknown = file;
  const named = path.map((step) => {
    const isMember = Array.isArray(here);
    here = typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined;
    const { tag, id } = Object(here);
    return String((isMember ? (tag ?? id) : undefined) ?? String(step));
  });
  return named.join('.');
}

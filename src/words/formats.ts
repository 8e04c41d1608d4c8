import { RecentMap } from '../common/recent-map.ts';

/** Maximum number of cached formatters of each kind: more than all languages of a line need. */
const maxCached = 200;

const dates = new RecentMap<string, Intl.DateTimeFormat>(maxCached);
const lists = new RecentMap<string, Intl.ListFormat>(maxCached);

/**
 * The formatter for dates and times in a language. Formatters are cached, because each takes a tenth of a millisecond
 * to create, and tens of kilobytes outside the heap.
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify([locale, options]);
  const format = dates.get(name) ?? new Intl.DateTimeFormat(locale, options);
  if (!dates.has(name)) dates.set(name, format);
  return format;
}

/** The formatter for lists in a language, also cached. */
export function listFormat(locale: string): Intl.ListFormat {
  const format = lists.get(locale) ?? new Intl.ListFormat(locale);
  if (!lists.has(locale)) lists.set(locale, format);
  return format;
}

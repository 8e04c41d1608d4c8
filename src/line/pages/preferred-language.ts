import type { LanguageTag } from '../../call/line.ts';
import { RecentMap } from '../../common/recent-map.ts';

/** Maximum number of characters and of entries of an `Accept-Language` header that are read. */
export const acceptLanguageLimits = { characters: 200, entries: 6 } as const;

/**
 * The language that a browser prefers among those offered. A region implies a script: `zh-TW` prefers `zh-Hant`.
 * @param header `Accept-Language`
 * @returns null if the browser asks for none of the offered languages
 */
export function preferredLanguage(header: string | undefined, offered: readonly LanguageTag[]): LanguageTag | null {
  const { characters, entries } = acceptLanguageLimits;
  const asked = (header ?? '')
    .slice(0, characters)
    .split(',', entries)
    .flatMap((entry) => {
      const [, tag, weight = '1'] = /^\s*([a-z][a-z0-9-]*)\s*(?:;\s*q=([\d.]+)\s*)?$/i.exec(entry) ?? [];
      return tag === undefined || !(Number(weight) > 0) ? [] : [{ tag, weight: Number(weight) }];
    })
    .toSorted((one, other) => other.weight - one.weight);
  const languages = new Set(offered.map(languageOf));
  for (const { tag } of asked) {
    // No offered tag has this language, so script and region need not be compared.
    if (!languages.has(languageOf(tag))) continue;
    const known = whole(tag);
    const found = known && closest(known, offered);
    if (found) return found;
  }
  return null;
}

/** The first part of a tag. */
const languageOf = (tag: string): string => tag.split('-', 1)[0]?.toLowerCase() ?? '';

const closest = (asked: Known, offered: readonly LanguageTag[]): LanguageTag | undefined => {
  const alike = offered.filter((tag) => {
    const { language, script } = whole(tag) ?? {};
    return language === asked.language && script === asked.script;
  });
  return alike.find((tag) => whole(tag)?.region === asked.region) ?? alike[0];
};

/** The parts of a language tag that are compared. */
type Known = Pick<Intl.Locale, 'language' | 'script' | 'region'>;

/**
 * Completed tags are kept, because completing one takes 50 microseconds, and strangers may request pages at any rate.
 */
const completed = new RecentMap<string, Known | null>(1000);

/**
 * The parts of a tag, completed with the usual script and region of its language; null if the text is not a language
 * tag.
 */
function whole(tag: string): Known | null {
  const before = completed.get(tag);
  if (before !== undefined) return before;
  const known = complete(tag);
  completed.set(tag, known);
  return known;
}

function complete(tag: string): Known | null {
  // Only language, script and region are compared. Anything that follows in a longer tag is ignored.
  const short = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?/i.exec(tag)?.[0];
  if (short === undefined) return null;
  try {
    const { language, script, region } = new Intl.Locale(short).maximize();
    return { language, script, region };
  } catch {
    return null;
  }
}

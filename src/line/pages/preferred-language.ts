import type { LanguageTag } from '../../call/line.ts';

/** Characters and entries of an `Accept-Language` header that are read. */
export const acceptLanguageLimits = { characters: 500, entries: 20 } as const;

/**
 * The language that a browser prefers among those offered. A region stands for its script: `zh-TW` prefers `zh-Hant`.
 * @param header `Accept-Language`
 * @returns null if the browser asks for none of them
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
  for (const { tag } of asked) {
    const known = whole(tag);
    const found = known && closest(known, offered);
    if (found) return found;
  }
  return null;
}

const closest = (asked: Intl.Locale, offered: readonly LanguageTag[]): LanguageTag | undefined => {
  const alike = offered.filter((tag) => {
    const { language, script } = whole(tag) ?? {};
    return language === asked.language && script === asked.script;
  });
  return alike.find((tag) => whole(tag)?.region === asked.region) ?? alike[0];
};

/** A tag with the script and region that it usually has; null if it is none. */
function whole(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return null;
  }
}

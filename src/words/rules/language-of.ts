import type { LanguageTag } from '../../call/line.ts';

/** The language without region and script: `zh` for `zh-Hant`. */
export const baseLanguage = (tag: LanguageTag): string => tag.split('-')[0] ?? tag;

/**
 * The ISO 15924 script in which a language is written, according to Unicode's likely subtags: `Hans` for `zh-CN`.
 * @returns null for a tag that is not valid
 */
export function scriptOf(tag: LanguageTag): string | null {
  try {
    return new Intl.Locale(tag).maximize().script ?? null;
  } catch {
    return null;
  }
}

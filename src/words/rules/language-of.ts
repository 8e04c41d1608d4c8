import type { LanguageTag } from '../../call/line.ts';
import { RecentMap } from '../../common/recent-map.ts';

/** The language without region and script: `zh` for `zh-Hant`. */
export const baseLanguage = (tag: LanguageTag): string => tag.split('-')[0] ?? tag;

/** A cache of scripts. Several rules need the script of every sentence, and `Intl` is slow. */
const scripts = new RecentMap<LanguageTag, string | null>(200);

/**
 * The ISO 15924 script in which a language is written, according to Unicode's likely subtags: `Hans` for `zh-CN`.
 * @returns null for a tag that is not valid or whose script is not known
 */
export function scriptOf(tag: LanguageTag): string | null {
  const before = scripts.get(tag);
  if (before !== undefined) return before;
  const script = likelyScript(tag);
  scripts.set(tag, script);
  return script;
}

function likelyScript(tag: LanguageTag): string | null {
  try {
    return new Intl.Locale(tag).maximize().script ?? null;
  } catch {
    return null;
  }
}

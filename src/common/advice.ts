/** The Japanese texts of advice, by the English ones. */
const japanese = new Map<string, string>();

/**
 * Registers advice in both languages for a rule of a schema. A rule takes only one text as its error, and gets the
 * English one. Both texts are written beside the rule, so that neither is forgotten.
 * @returns the English text, by which `japaneseOf` finds the Japanese one
 */
export function advise(english: string, inJapanese: string): string {
  japanese.set(english, inJapanese);
  return english;
}

/**
 * @returns the Japanese text; undefined for an error text of the schema library itself, which exists only in English
 */
export const japaneseOf = (advice: string): string | undefined => japanese.get(advice);

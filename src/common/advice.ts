/** The Japanese of each advice, by its English. */
const japanese = new Map<string, string>();

/**
 * Advice in both languages for a schema, which knows errors only as one text. Both texts stand beside the rule, so that neither
 * is forgotten.
 * @returns the English text, by which `japaneseOf` finds the Japanese one
 */
export function advise(english: string, inJapanese: string): string {
  japanese.set(english, inJapanese);
  return english;
}

/** @returns undefined for a text of the schema library, which has no Japanese */
export const japaneseOf = (advice: string): string | undefined => japanese.get(advice);

/**
 * Finds English in a text for a terminal. Two English words in a row count as English.
 * @returns the two words; null if there are none after `withoutNames` has removed names
 */
export const englishIn = (text: string): string | null =>
  /(?<![\p{L}<-])[A-Za-z]?[a-z’']+ [a-z]{2,}(?! *[=>|])/u.exec(withoutNames(text))?.[0] ?? null;

/**
 * A text without the parts that are the same in every language: commands, options, placeholders, addresses, texts in
 * parentheses and some names of other programs.
 */
export const withoutNames = (text: string): string =>
  text
    .replaceAll(/npm (?:run|start|ci)[\w :<>|.[\]+=…-]*/g, '')
    .replaceAll(/\([^()]*\)|\{\{\w+\}\}|https?:\S+/g, '')
    .replaceAll(/--[a-z-]+/g, '')
    .replaceAll(
      /Cloud Text-to-Speech|Google Cloud|Monitor → Logs → Error logs|Geo permissions|Functions and Assets|special services|HTTP POST/g,
      '',
    );

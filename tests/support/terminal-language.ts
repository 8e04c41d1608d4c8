/**
 * English in a text for a terminal: two words in a row, as no name, command or setting has them.
 * @returns null if there is none besides commands, placeholders, addresses and quotations of other programs
 */
export const englishIn = (text: string): string | null =>
  /(?<![\p{L}<-])[A-Za-z]?[a-z’']+ [a-z]{2,}(?! *[=>|])/u.exec(withoutNames(text))?.[0] ?? null;

/** A text without what is the same in every language. */
export const withoutNames = (text: string): string =>
  text
    .replaceAll(/npm (?:run|start|ci)[\w :<>|.[\]+=…-]*/g, '')
    .replaceAll(/\([^()]*\)|\{\{\w+\}\}|https?:\S+/g, '')
    .replaceAll(/--[a-z-]+/g, '')
    .replaceAll(
      /Cloud Text-to-Speech|Google Cloud|Monitor → Logs → Error logs|Geo permissions|special services|HTTP POST/g,
      '',
    );

/** What XML or the writer of workbooks would drop, and what a reader would take for an escape. */
const unwritable = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]|_(?=x[0-9A-Fa-f]{4}_)/gu;

const escaped = (text: string): string =>
  Array.from(
    { length: text.length },
    (_, index) => `_x${text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}_`,
  ).join('');

/**
 * Text in the form in which workbooks keep it (ST_Xstring of ECMA-376), so that it comes back as it was. The writer counts
 * its texts in an ordinary object and would mistake words such as "constructor", so those begin with an escape as well.
 */
export function workbookText(text: string): string {
  const written = text.replaceAll(unwritable, escaped);
  return written in Object.prototype ? escaped(written.slice(0, 1)) + written.slice(1) : written;
}

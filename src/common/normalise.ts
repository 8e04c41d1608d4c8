/**
 * More marks on one letter than any language writes: the limit of Unicode's stream-safe texts (UAX #15, section 13). To bring
 * more of them into order takes time that grows with the square of their number.
 */
const tooManyMarks = /[\p{M}\uFF9E\uFF9F]{31,}/u;

/** Whether a text has letters under more marks than anybody could have meant. */
export const isOvermarked = (text: string): boolean => tooManyMarks.test(text);

/** The text in a normal form of Unicode; one with too many marks on a letter stays as it is, and is no text to be published. */
export const normalise = (text: string, form: 'NFC' | 'NFD' | 'NFKC'): string =>
  isOvermarked(text) ? text : text.normalize(form);

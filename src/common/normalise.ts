/**
 * Matches more combining marks on one letter than any language uses. The limit is that of Unicode's stream-safe text
 * format (UAX #15, section 13). Normalising sorts the marks, and the time for sorting grows with the square of their
 * number. So `normalise` leaves such a text alone.
 */
const tooManyMarks = /[\p{M}\uFF9E\uFF9F]{31,}/u;

/** Whether a text has a letter with an implausible number of combining marks. */
export const isOvermarked = (text: string): boolean => tooManyMarks.test(text);

/**
 * The text in a Unicode normalisation form. A text with too many marks on a letter is returned unchanged. Such a text
 * cannot be published.
 */
export const normalise = (text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string =>
  isOvermarked(text) ? text : text.normalize(form);

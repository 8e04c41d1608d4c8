/**
 * More marks on one letter than any language writes: the limit of Unicode's stream-safe texts (UAX #15, section 13). To bring
 * more of them into order takes time that grows with the square of their number.
 */
const tooManyMarks = /[\p{M}\uFF9E\uFF9F]{31,}/u;

/** The text in a normal form of Unicode; one that nobody could have meant stays as it is, and fits no rule for texts. */
export const normalise = (text: string, form: 'NFC' | 'NFD' | 'NFKC'): string =>
  tooManyMarks.test(text) ? text : text.normalize(form);

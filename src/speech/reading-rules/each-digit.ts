/** Every digit of `group` as its word. Throws a RangeError for a character that is no digit. */
export function eachDigit(group: string, words: readonly string[]): string[] {
  return Array.from(group, (digit) => word(words, Number(digit)));
}

/** One word of a table. Throws a RangeError where the table has none, for a wrong word would be worse than no call. */
export function word(words: readonly string[], index: number): string {
  const found = words[index];
  if (found === undefined) throw new RangeError(`No word for ${index}`);
  return found;
}

/** An entry of a menu, by the digit that chooses it. */
export interface Keyed {
  readonly key: string;
}

/** A digit that callers may know from a printed sheet, and that would lead elsewhere. */
export interface KeyChange {
  readonly key: string;
  /** The id or tag to which it has led. */
  readonly before: string;
  /** Null where it would lead nowhere. */
  readonly after: string | null;
}

/** Gives the keys 1, 2, 3 … in the order of the menu, as rule M-03 asks. */
export const numberKeys = <Entry extends Keyed>(entries: readonly Entry[]): Entry[] =>
  entries.map((entry, index) => ({ ...entry, key: String(index + 1) }));

/**
 * What a printed sheet would say wrongly afterwards. A key that led nowhere before is on no sheet.
 * @param nameOf the id or tag of an entry
 */
export function keyChanges<Entry extends Keyed>(
  before: readonly Entry[],
  after: readonly Entry[],
  nameOf: (entry: Entry) => string,
): KeyChange[] {
  return before.flatMap((entry) => {
    const then = after.find(({ key }) => key === entry.key);
    const change = { key: entry.key, before: nameOf(entry), after: then ? nameOf(then) : null };
    return change.before === change.after ? [] : [change];
  });
}

/** A menu entry with the digit that selects it. */
interface Keyed {
  readonly key: string;
}

/** A key that callers may know from a leaflet, and that selects another entry, or none, after a change of the menu. */
export interface KeyChange {
  readonly key: string;
  /** The id or tag of the entry that the key selects before the change. */
  readonly before: string;
  /** The id or tag of the entry that the key selects after the change; null if the key selects none. */
  readonly after: string | null;
}

/** Assigns the keys 1, 2, 3 … in menu order, as rule M-03 requires. */
export const numberKeys = <Entry extends Keyed>(entries: readonly Entry[]): Entry[] =>
  entries.map((entry, index) => ({ ...entry, key: String(index + 1) }));

/**
 * The keys that would be wrong on leaflets after a change of a menu. A key that is not in the menu before the change is
 * on no leaflet, so it is left out.
 * @param nameOf returns the id or tag of an entry
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

import type { Names } from '../../naming/names.ts';
import { type KeyChange, keyChanges } from '../../office/drafts/menu-keys.ts';
import type { LineFile } from '../../words/line-file.ts';

/** One of the two menus of the line. Its keys may be printed on leaflets. */
export interface Menu {
  /** The name of the menu. It is also the address of the menu's page and the prefix of the page's text keys. */
  readonly name: 'topics' | 'languages';
  entriesIn(file: LineFile): readonly { readonly key: string; readonly id: string }[];
  /** The name of an entry for staff. */
  nameOf(names: Names, id: string): string;
}

/** The order of a menu as the audit stores it: `1 days, 2 place`. */
export const orderIn = ({ entriesIn }: Menu, file: LineFile): string =>
  entriesIn(file)
    .map(({ key, id }) => `${key} ${id}`)
    .join(', ');

/** The keys that would be wrong on printed leaflets after a change of the file. */
export const menuChanges = ({ entriesIn }: Menu, before: LineFile, after: LineFile): KeyChange[] =>
  keyChanges(entriesIn(before), entriesIn(after), ({ id }) => id);

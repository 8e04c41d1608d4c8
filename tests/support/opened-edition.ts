import type { Edition } from '../../src/edition/edition.ts';
import type { OfficeEdition } from '../../src/office/editions/edition.ts';
import { editionForCalls } from '../../src/office/editions/shelf-for-calls.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';

const opened = new WeakMap<OfficeEdition, Edition>();

/** An edition of the office, opened for calls; always the same object for the same edition. */
export function openedEdition(edition: OfficeEdition): Edition {
  const before = opened.get(edition);
  if (before) return before;
  const made = editionForCalls(edition, toEditionFile(edition));
  opened.set(edition, made);
  return made;
}

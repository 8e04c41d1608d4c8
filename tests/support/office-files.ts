import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sectionsOf, tablesIn } from './markdown.ts';

/** What can be wrong with a file. These are also the headings of the table's columns. */
const states = ['damaged', 'of a later version', 'absent'] as const;
export type FileState = (typeof states)[number];

/** A row of the table "Files between office and line" in `src/README.md`. */
export interface FileRow {
  readonly file: string;
  /** When the office writes the file, and when the line reads it. */
  readonly written: string;
  readonly read: string;
  /** What happens for each state of the file, as separate statements. */
  readonly states: readonly (readonly [FileState, readonly string[]])[];
}

/** Reads the table. @throws Error if there is no table with these columns */
export function fileRows(): FileRow[] {
  const text = readFileSync(join(import.meta.dirname, '../../src/README.md'), 'utf8');
  const section = sectionsOf(text).find(({ heading }) => heading === 'Files between office and line');
  const [[head = [], ...rows] = []] = section ? tablesIn(section) : [];
  const columns = ['file', 'the office writes it', 'the line reads it', ...states];
  if (head.join() !== columns.join()) throw new Error(`src/README.md has no table of files with ${columns}.`);
  return rows.map(([file = '', written = '', read = '', ...cells]) => ({
    ...{ file, written, read },
    states: states.map((state, index) => [state, (cells[index] ?? '').split(/;\s+/)] as const),
  }));
}

import type { DraftDesk } from '../drafts/draft-desk.ts';
import { checkChanges } from './check-changes.ts';
import { compareRows, type RowsCompared } from './compare-rows.ts';
import { readSheetsInThread } from './read-sheets-in-thread.ts';
import type { NameOf } from './row-problems.ts';
import type { SheetProblem } from './sheet-problem.ts';

/** What a file would change. If there is at least one problem, nothing in the file is imported. */
export interface SheetsCompared extends RowsCompared {
  /** Findings that do not prevent the import. */
  readonly warnings: readonly SheetProblem[];
}

/**
 * Reads a file in a separate thread, compares the file with the draft and checks what it would change. Nothing is
 * written.
 * @param bytes a workbook or a CSV file; a file that exceeds `sheetLimits` or `threadLimits` is refused
 * @param nameOf returns the name of the author of a change; by default the user name
 */
export async function compareSheets(
  desk: Pick<DraftDesk, 'read' | 'history'>,
  bytes: Uint8Array,
  nameOf?: NameOf,
): Promise<SheetsCompared> {
  const read = await readSheetsInThread(bytes);
  const now = await desk.read();
  const compared = await compareRows(read.rows, now, desk.history, nameOf);
  const { errors, warnings } = await checkChanges(now, compared.changes);
  const problems = inOrder(once([...read.problems, ...compared.problems, ...errors]));
  return { ...compared, problems, warnings: once(warnings) };
}

/** Removes duplicates, because a finding about several places in one text needs to be reported only once. */
const once = (problems: readonly SheetProblem[]): SheetProblem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify([problem.sheet, problem.row, problem.en]), problem])).values(),
];

/**
 * Sorts problems by sheet and row. Problems without a sheet come first. The sheets are in the order in which their
 * first problems occur.
 */
function inOrder(problems: readonly SheetProblem[]): SheetProblem[] {
  const sheets = [...new Set(problems.map(({ sheet }) => sheet))];
  const rank = ({ sheet }: SheetProblem) => (sheet === '' ? -1 : sheets.indexOf(sheet));
  return problems.toSorted((one, other) => rank(one) - rank(other) || (one.row ?? 0) - (other.row ?? 0));
}

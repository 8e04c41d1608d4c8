import type { DraftDesk } from '../drafts/draft-desk.ts';
import { checkChanges } from './check-changes.ts';
import { compareRows, type RowsCompared } from './compare-rows.ts';
import { readSheetsApart } from './read-sheets-apart.ts';
import type { SheetProblem } from './sheet-problem.ts';

/** What a file would change, if it may change anything: with a single problem it is not taken in at all. */
export interface SheetsCompared extends RowsCompared {
  /** What the rules ask to look at, and what keeps nothing from being taken in. */
  readonly warnings: readonly SheetProblem[];
}

/**
 * Reads a file in a thread of its own, holds it against the draft and checks what it would change; nothing is written.
 * @param bytes a workbook or a CSV file; what exceeds `sheetLimits` or `threadLimits` is refused in one sentence
 */
export async function compareSheets(
  desk: Pick<DraftDesk, 'read' | 'history'>,
  bytes: Uint8Array,
): Promise<SheetsCompared> {
  const [read, now] = [await readSheetsApart(bytes), await desk.read()];
  const compared = await compareRows(read.rows, now, desk.history);
  const { errors, warnings } = await checkChanges(now, compared.changes);
  const problems = inOrder(once([...read.problems, ...compared.problems, ...errors]));
  return { ...compared, problems, warnings: once(warnings) };
}

/** What a rule says of several places in one text is told once. */
const once = (problems: readonly SheetProblem[]): SheetProblem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify([problem.sheet, problem.row, problem.en]), problem])).values(),
];

/** By sheet, in the order in which they are first spoken of, and by row. */
function inOrder(problems: readonly SheetProblem[]): SheetProblem[] {
  const sheets = [...new Set(problems.map(({ sheet }) => sheet))];
  const rank = ({ sheet }: SheetProblem) => (sheet === '' ? -1 : sheets.indexOf(sheet));
  return problems.toSorted((one, other) => rank(one) - rank(other) || (one.row ?? 0) - (other.row ?? 0));
}

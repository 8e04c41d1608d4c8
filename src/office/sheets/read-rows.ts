import type { SheetTable } from './read-workbook.ts';
import { columnAt, headerRow } from './sheet-columns.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { readTicket, type Ticket } from './ticket.ts';

/** One row of a sheet. Its id and ticket are unchanged since the export; the other columns may have been changed. */
export interface SheetRow {
  readonly sheet: string;
  /** Row number as in spreadsheets, where the header is 1. */
  readonly row: number;
  readonly prompt: string;
  /** One sentence per line, as typed. */
  readonly text: string;
  readonly comment: string;
  readonly ticket: Ticket;
}

export interface RowsRead {
  readonly rows: readonly SheetRow[];
  readonly problems: readonly SheetProblem[];
}

/** The result for a file that is refused: no rows, and the problem. */
export const refusedRows = (problem: SheetProblem): RowsRead => ({ rows: [], problems: [problem] });

const [idAt, textAt, commentAt, ticketAt] = [
  columnAt('id'),
  columnAt('translation'),
  columnAt('comment'),
  columnAt('ticket'),
];

/**
 * Reads the rows of a sheet. Checks that columns and sheet name are as exported, and that each row occurs exactly once.
 */
export function readRows({ name, rows: table }: SheetTable): RowsRead {
  const problem = (row: number | null, ja: string, en: string): SheetProblem => ({ sheet: name, row, ja, en });
  const [header = [], ...body] = table;
  if (headerRow.some((text, column) => header[column]?.trim() !== text)) {
    const ja =
      '翻訳シートではないか、列が動いています。書き出したファイルをそのまま使い、足したシートは消してください。';
    const en =
      'This is not a translators’ sheet, or its columns were moved; use the file as it was exported and delete sheets that were added.';
    return { rows: [], problems: [problem(null, ja, en)] };
  }
  const problems: SheetProblem[] = [];
  let unread = 0;
  const rows = body.flatMap((cells, index): SheetRow[] => {
    const row = index + 2;
    const [prompt = '', text = '', comment = '', written = ''] = [idAt, textAt, commentAt, ticketAt].map(
      (column) => cells[column],
    );
    if (cells.every((cell) => cell.trim() === '')) return [];
    if (written === '') {
      problems.push(problem(row, '足された行です。消してください。', 'This row was added; delete it.'));
      return [];
    }
    const read = readTicket(prompt, written);
    if (read.kind === 'read') return [{ sheet: name, row, prompt, text, comment: comment.trim(), ticket: read.ticket }];
    unread += 1;
    problems.push(
      read.kind === 'other-version'
        ? problem(
            row,
            'この翻訳シートは別の版のシステムで作られています。もう一度書き出して、訳を写してください。',
            'This sheet was made by another version of the system; export it again and copy the translations over.',
          )
        : problem(
            row,
            `文の名前「${prompt}」か、隠れた列が変更されています。書き出したファイルに、訳だけを写してください。`,
            `The name "${prompt}" or a hidden column was changed; copy only the translations into the file as it was exported.`,
          ),
    );
    return [];
  });
  return { rows, problems: [...problems, ...wrongSheet(name, rows), ...wrongCount(name, rows, unread)] };
}

function wrongSheet(name: string, rows: readonly SheetRow[]): SheetProblem[] {
  const [first, ...others] = [...new Set(rows.map(({ ticket }) => ticket.language))];
  const row = null;
  if (others.length > 0) {
    return [
      {
        sheet: name,
        row,
        ja: '違う言語の行が混ざっています。シートの間で行を動かさないでください。',
        en: 'Rows of several languages are mixed in this sheet; do not move rows from one sheet to another.',
      },
    ];
  }
  if (name === '' || first === undefined || name === first) return [];
  return [
    {
      sheet: name,
      row,
      ja: `シートの名前と中身の言語が違います。シートの名前を「${first}」に戻してください。`,
      en: `The sheet’s name and the language of its rows differ; rename the sheet back to "${first}".`,
    },
  ];
}

/**
 * Reports rows that occur twice, and rows that are missing.
 * @param unread number of rows that exist but cannot be identified
 */
function wrongCount(name: string, rows: readonly SheetRow[], unread: number): SheetProblem[] {
  const byNumber = Map.groupBy(rows, ({ ticket }) => ticket.row);
  const twice = [...byNumber.values()]
    .filter(({ length }) => length > 1)
    .map((same): SheetProblem => {
      const numbers = same.map(({ row }) => row);
      const prompt = same[0]?.prompt ?? '';
      return {
        sheet: name,
        row: numbers.at(-1) ?? null,
        ja: `「${prompt}」の行が二度あります(${numbers.join('、')}行目)。一つだけ残してください。`,
        en: `"${prompt}" occurs more than once (rows ${numbers.join(', ')}); keep one of them.`,
      };
    });
  const wanted = rows[0]?.ticket.rows ?? 0;
  const gone = Array.from({ length: wanted }, (_, index) => index + 1).filter((number) => !byNumber.has(number));
  if (gone.length <= unread) return twice;
  const was = gone.map((number) => number + 1);
  return [
    ...twice,
    {
      sheet: name,
      row: null,
      ja: `行が消えています(元の${was.join('、')}行目)。書き出したファイルから写して戻してください。`,
      en: `Rows are missing (rows ${was.join(', ')} of the exported sheet); copy them back from the file as it was exported.`,
    },
  ];
}

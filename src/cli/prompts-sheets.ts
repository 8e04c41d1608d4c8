import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import writeFileAtomic from 'write-file-atomic';
import { codeOf } from '../common/errors.ts';
import { noMarks } from '../office/drafts/ledger.ts';
import { compareSheets, type SheetsCompared } from '../office/sheets/compare-sheets.ts';
import { sheetLimits } from '../office/sheets/limits.ts';
import { problemLocation, type SheetProblem } from '../office/sheets/sheet-problem.ts';
import { writeSheetCsv } from '../office/sheets/write-csv.ts';
import { writeWorkbook } from '../office/sheets/write-workbook.ts';
import { commandLine } from '../office/staff/desk/actor.ts';
import { ask } from './ask.ts';
import { withOffice } from './with-office.ts';

/** Whether a name is that of a spreadsheet file rather than of a folder, even if Kotozute cannot read files of that type. */
export const isSheetFile = (name: string): boolean => /\.(xlsx|xlsm|xls|ods|numbers|csv|tsv)$/i.test(name);

const exportOptions = { language: { type: 'string', multiple: true } } as const;
const importOptions = { yes: { type: 'boolean', default: false } } as const;

/**
 * Writes translators' sheets: a workbook with some or all languages, or a CSV file with one language.
 * @returns the exit code; null for wrong usage
 */
export async function exportSheets(args: readonly string[]): Promise<number | null> {
  const read = readArguments(() => parseArgs({ args: [...args], options: exportOptions, allowPositionals: true }));
  const [file, ...rest] = read?.positionals ?? [];
  if (!read || file === undefined || rest.length > 0) return null;
  const isCsv = /\.csv$/i.test(file);
  if (!isCsv && !/\.xlsx$/i.test(file)) {
    console.error('Translators’ sheets are written as .xlsx or .csv; give the file a name that ends so.');
    return 1;
  }
  return withOffice(async ({ drafts }, { speechEngine }) => {
    const now = await drafts.read();
    const { languages, sourceLanguage } = now.line.file;
    const tags = languages.map(({ tag }) => tag);
    const asked = [...new Set(read.values.language ?? [])];
    const unknown = asked.filter((tag) => !tags.includes(tag));
    if (unknown.length > 0) {
      console.error(
        `The line has no language ${unknown.map((tag) => `"${tag}"`).join(', ')}; it has ${tags.join(', ')}.`,
      );
      return 1;
    }
    if (isCsv && asked.length !== 1) {
      console.error('A CSV file holds one language; name it with --language, such as --language pt.');
      return 1;
    }
    const wanted = asked.length > 0 ? asked : tags.filter((tag) => tag !== sourceLanguage);
    const parts = { now, marks: noMarks, engine: { id: speechEngine, fingerprint: '' } };
    const [only = ''] = wanted;
    const bytes = await (isCsv ? writeSheetCsv(parts, only) : writeWorkbook(parts, wanted));
    await writeFileAtomic(file, Buffer.from(bytes));
    console.log(`${file} was written with ${wanted.join(', ')}.`);
    return 0;
  });
}

/** Shows what translators' sheets would change, and imports them once confirmed. @returns the exit code; null for wrong usage */
export async function importSheets(args: readonly string[]): Promise<number | null> {
  const read = readArguments(() => parseArgs({ args: [...args], options: importOptions, allowPositionals: true }));
  const [file, ...rest] = read?.positionals ?? [];
  if (!read || file === undefined || rest.length > 0) return null;
  return withOffice(async ({ drafts }) => {
    const bytes = await readSheetFile(file);
    if (bytes === null) return 1;
    const compared = await compareSheets(drafts, bytes);
    for (const line of showSheets(compared)) console.log(line);
    if (compared.problems.length > 0) {
      console.log('Nothing was taken in; put these right first.');
      return 1;
    }
    if (compared.changes.length + compared.names.length === 0) return 0;
    if (!read.values.yes && !(await ask('Take these in?'))) {
      console.log('Nothing was taken in; say --yes to take these in.');
      return 0;
    }
    const result = await drafts.importTexts(commandLine, compared.changes, compared.names);
    if (result.kind === 'moved') console.log('The draft has changed meanwhile; nothing was taken in. Try again.');
    if (result.kind !== 'saved') return 1;
    console.log(
      `Texts changed in the draft: ${result.texts.length + result.names}. Callers hear them after they have been approved and published.`,
    );
    return 0;
  });
}

function readArguments<Read>(read: () => Read): Read | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** @returns null if there is no such file or it is too large; the reason is printed */
async function readSheetFile(file: string): Promise<Uint8Array | null> {
  try {
    // Checked before reading, so that a large file does not fill the memory.
    const { size } = await stat(file);
    if (size <= sheetLimits.bytes) return new Uint8Array(await readFile(file));
    console.error(`"${file}" is larger than ${sheetLimits.bytes / 1_000_000} MB; take out pictures and the like.`);
    return null;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    console.error(`There is no file "${file}".`);
    return null;
  }
}

interface Changed {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a file would change, as lines for a terminal: - for removed sentences, + for added ones. */
function showSheets({ changes, names, unchanged, comments, problems, warnings }: SheetsCompared): string[] {
  const place = (language: string, prompt: string) => `${language} ${prompt}`;
  return [
    ...changes.flatMap(({ language, prompt, before, sentences }) => [
      place(language, prompt),
      ...difference({ before, after: sentences }),
    ]),
    ...comments.map(({ language, prompt, comment }) => `${place(language, prompt)} comment: ${comment}`),
    ...warnings.flatMap((each) => showProblem('warning', each)),
    ...problems.flatMap((each) => showProblem('error', each)),
    ...names.map(({ language, id, before, after }) => `${language} ${id}: ${before ?? ''} → ${after}`),
    `${changes.length + names.length} changed, ${unchanged} unchanged, ${problems.length} wrong.`,
  ];
}

function showProblem(level: 'error' | 'warning', problem: SheetProblem): string[] {
  const where = problemLocation(problem);
  const rule = problem.finding ? `${problem.finding.rule} ` : '';
  const said = `${rule}${[problem.en, problem.ja].join(' / ')}`;
  return [
    `${where.en === '' ? '' : `${where.en}: `}${level} ${said}`,
    ...(problem.versions ? difference(problem.versions) : []),
  ];
}

const difference = ({ before, after }: Changed): string[] => [
  ...before.filter((sentence) => !after.includes(sentence)).map((sentence) => `  - ${sentence}`),
  ...after.filter((sentence) => !before.includes(sentence)).map((sentence) => `  + ${sentence}`),
];

import { readFile, stat } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { codeOf } from '../common/errors.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { noMarks } from '../office/drafts/ledger.ts';
import { compareSheets } from '../office/sheets/compare-sheets.ts';
import { sheetLimits } from '../office/sheets/limits.ts';
import { writeSheetCsv } from '../office/sheets/sheet-rows.ts';
import { writeWorkbook } from '../office/sheets/write-workbook.ts';
import { commandLine } from '../office/staff/desk/actor.ts';
import { ask } from './ask.ts';
import { formatSheets } from './format-sheets.ts';
import { texts } from './sheets-texts.ts';
import { withOffice } from './with-office.ts';
import { MisuseError, readOptions, refuseMore } from './wrong-options.ts';

/** Whether a name is that of a spreadsheet and not of a folder. This includes types that Kotozute cannot read. */
export const isSheetFile = (name: string): boolean => /\.(xlsx|xlsm|xls|ods|numbers|csv|tsv)$/i.test(name);

const exportOptions = { language: { type: 'string', multiple: true } } as const;
const importOptions = { yes: { type: 'boolean', default: false } } as const;

/**
 * Writes translators' sheets: a workbook with some languages, or a CSV file with one language. By default, a workbook
 * has all languages except the source language.
 * @returns the exit code
 * @throws MisuseError for wrong arguments
 */
export async function exportSheets(args: readonly string[], language: TerminalLanguage): Promise<number> {
  const { positionals, values } = readOptions({ args: [...args], options: exportOptions, allowPositionals: true });
  const [file, ...rest] = positionals;
  if (file === undefined) throw new MisuseError(texts.noSheet);
  refuseMore(rest);
  const isCsv = /\.csv$/i.test(file);
  if (!isCsv && !/\.xlsx$/i.test(file)) throw new MisuseError(texts.noSheet);
  const asked = [...new Set(values.language ?? [])];
  if (isCsv && asked.length !== 1) throw new MisuseError(texts.oneLanguage);
  return withOffice(language, async ({ drafts }, { speechEngine }) => {
    const now = await drafts.read();
    const { languages, sourceLanguage } = now.line.file;
    const tags = languages.map(({ tag }) => tag);
    const unknown = asked.filter((tag) => !tags.includes(tag));
    if (unknown.length > 0) {
      console.error(texts.noLanguage(unknown, tags)[language]);
      return 1;
    }
    const wanted = asked.length > 0 ? asked : tags.filter((tag) => tag !== sourceLanguage);
    const parts = { now, marks: noMarks, engine: { id: speechEngine, fingerprint: '' } };
    const [only = ''] = wanted;
    const bytes = await (isCsv ? writeSheetCsv(parts, only) : writeWorkbook(parts, wanted));
    await writeFileAtomic(file, Buffer.from(bytes));
    console.log(texts.written(file, wanted)[language]);
    return 0;
  });
}

/**
 * Shows what translators' sheets would change. Asks whether to go on, unless `--yes` is given, and then imports them.
 * If there are problems, nothing is imported.
 * @returns the exit code
 * @throws MisuseError for wrong arguments
 */
export async function importSheets(args: readonly string[], language: TerminalLanguage): Promise<number> {
  const { positionals, values } = readOptions({ args: [...args], options: importOptions, allowPositionals: true });
  const [file, ...rest] = positionals;
  if (file === undefined) throw new MisuseError(texts.noFileNamed);
  refuseMore(rest);
  return withOffice(language, async ({ drafts }) => {
    const bytes = await readSheetFile(file, language);
    if (bytes === null) return 1;
    const compared = await compareSheets(drafts, bytes);
    for (const line of formatSheets(compared, language)) console.log(line);
    if (compared.problems.length > 0) {
      console.log(texts.problemsFirst[language]);
      return 1;
    }
    if (compared.changes.length + compared.names.length === 0) return 0;
    if (!values.yes && !(await ask(texts.question[language], language))) {
      console.log(texts.notImported[language]);
      return 1;
    }
    const result = await drafts.importTexts(commandLine, compared.changes, compared.names);
    if (result.kind === 'moved') console.log(texts.hasMoved[language]);
    if (result.kind !== 'saved') return 1;
    console.log(texts.imported(result.texts.length + result.names)[language]);
    return 0;
  });
}

/** Reads the file. @returns null if there is no such file, or if it is too large; the reason is then printed */
async function readSheetFile(file: string, language: TerminalLanguage): Promise<Uint8Array | null> {
  try {
    // The size is checked before the file is read, so that a large file does not fill the memory.
    const { size } = await stat(file);
    if (size <= sheetLimits.bytes) return new Uint8Array(await readFile(file));
    console.error(texts.tooLarge(file)[language]);
    return null;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    console.error(texts.noFile(file)[language]);
    return null;
  }
}

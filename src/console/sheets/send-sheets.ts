import type { Request, Response } from 'express';
import { zipSync } from 'fflate';
import { writeSheetCsv } from '../../office/sheets/write-csv.ts';
import { writeWorkbook } from '../../office/sheets/write-workbook.ts';
import { lookup } from '../../words/by-name.ts';
import type { ConsoleParts } from '../console-parts.ts';

/**
 * Sends the requested languages as one workbook, as one CSV file, or as several CSV files in a ZIP file.
 * @returns false if no known language was requested; in this case nothing is sent
 */
export async function sendSheets(
  { approvals, engine }: Pick<ConsoleParts, 'approvals' | 'engine'>,
  { query }: Request,
  response: Response,
): Promise<boolean> {
  const { now, marks } = await approvals.read();
  const asked = [query.language ?? []].flat();
  const languages = now.line.file.languages.map(({ tag }) => tag).filter((tag) => asked.includes(tag));
  const [only] = languages;
  if (only === undefined) return false;
  const parts = { now, marks, engine };
  if (query.kind !== 'csv') {
    const bytes = await writeWorkbook(parts, languages);
    send(response, `${fileName(languages)}.xlsx`, bytes);
  } else if (languages.length === 1) {
    send(response, `${fileName(languages)}.csv`, await writeSheetCsv(parts, only));
  } else {
    const files: Record<string, Uint8Array> = lookup({});
    for (const tag of languages) files[`${fileName([tag])}.csv`] = await writeSheetCsv(parts, tag);
    send(response, `${fileName(languages)}.zip`, zipSync(files));
  }
  return true;
}

const fileName = (languages: readonly string[]): string =>
  languages.length > 3 ? 'translators-sheets' : `translators-sheets-${languages.join('-')}`;

/** Sends a file. Its content type follows from the extension of its name. */
const send = (response: Response, name: string, bytes: Uint8Array): void =>
  void response.attachment(name).send(Buffer.from(bytes));

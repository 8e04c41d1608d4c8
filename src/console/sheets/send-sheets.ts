import type { Request, Response } from 'express';
import { sendZip } from '../../frame/send-zip.ts';
import { type SheetParts, writeSheetCsv } from '../../office/sheets/sheet-rows.ts';
import { writeWorkbookInThread } from '../../office/sheets/write-workbook-in-thread.ts';
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
    const bytes = await writeWorkbookInThread(parts, languages);
    send(response, `${fileName(languages)}.xlsx`, bytes);
  } else if (languages.length === 1) {
    send(response, `${fileName(languages)}.csv`, await writeSheetCsv(parts, only));
  } else {
    await sendZip(response, `${fileName(languages)}.zip`, csvFiles(parts, languages));
  }
  return true;
}

async function* csvFiles(parts: SheetParts, languages: readonly string[]) {
  for (const tag of languages) {
    yield { name: `${fileName([tag])}.csv`, bytes: await writeSheetCsv(parts, tag), isPacked: true };
  }
}

const fileName = (languages: readonly string[]): string =>
  languages.length > 3 ? 'translators-sheets' : `translators-sheets-${languages.join('-')}`;

/** Sends a file. Its content type follows from the extension of its name. */
const send = (response: Response, name: string, bytes: Uint8Array): void =>
  void response.attachment(name).send(Buffer.from(bytes));

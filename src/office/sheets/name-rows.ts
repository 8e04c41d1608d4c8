import { fingerprint } from '../../words/fingerprint.ts';
import type { LineFile } from '../../words/line-file.ts';
import { type ImportedName, leafletEntries, longestLeafletName } from '../drafts/leaflet-names.ts';
import { tidySentences } from '../drafts/tidy-sentences.ts';
import type { SheetRow } from './read-rows.ts';
import { textProblems, unknownText } from './row-problems.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { cellFingerprint } from './ticket.ts';

/** What a sheet would change in the names on leaflets. */
interface NamesCompared {
  readonly names: readonly ImportedName[];
  readonly problems: readonly SheetProblem[];
}

const tooLong = {
  ja: `名前が長すぎます。${longestLeafletName}文字までにしてください。`,
  en: `The name is too long; at most ${longestLeafletName} characters.`,
};
const moved = {
  ja: '書き出した後で、この名前か元の名前が変わりました。新しく書き出した翻訳シートに写してください。',
  en: 'This name or its source has changed since the sheet was exported. Export a new sheet and copy your name into it.',
};

/**
 * Compares the names in rows with those on the leaflets of the line.
 * @param rows the rows of names on leaflets in which the name was changed since the export
 */
export function compareNames(rows: readonly SheetRow[], line: LineFile): NamesCompared {
  const entries = new Map(leafletEntries(line).map((entry) => [entry.id, entry]));
  const known = { languages: new Set(line.languages.map(({ tag }) => tag)), prompts: new Set(entries.keys()) };
  const names: ImportedName[] = [];
  const problems: SheetProblem[] = [];
  for (const row of rows) {
    const { sheet, prompt, ticket } = row;
    const { language } = ticket;
    const entry = entries.get(prompt);
    const { sentences, untidy } = tidySentences(row.text);
    // A name is stored as one line, even if several lines were typed.
    const after = sentences.join(' ');
    const before = entry?.names[language] ?? null;
    if (entry && untidy.length === 0 && after === before) continue;
    const unknown = unknownText(known, row);
    if (!entry || unknown.length > 0) {
      problems.push(...unknown);
      continue;
    }
    const source = entry.names[line.sourceLanguage] ?? '';
    const isSame = cellFingerprint(before ?? '') === ticket.text && nameFingerprint(source) === ticket.source;
    const wrong = [
      // `isSame` already tells whether the draft has changed. With the ticket of an empty text and no draft text,
      // `textProblems` does not report this a second time.
      ...textProblems({ ...row, ticket: { ...ticket, text: cellFingerprint('') } }, { sentences, untidy }, null),
      ...(after.length > longestLeafletName ? [{ sheet, row: row.row, ...tooLong }] : []),
      ...(isSame ? [] : [{ sheet, row: row.row, ...moved }]),
    ];
    problems.push(...wrong);
    if (wrong.length === 0) names.push({ id: prompt, path: entry.path, language, before, after, source });
  }
  return { names, problems };
}

/** The fingerprint of a name in the source language, as a ticket contains it. */
export const nameFingerprint = (source: string): string => fingerprint(source === '' ? [] : [source]);

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../../src/office/sheets/csv.ts';
import type { Draft } from '../../src/words/draft.ts';
import { bundledDraft } from './bundled.ts';
import { cellTexts, typeAll } from './edit-workbook.ts';

const limits = { rows: 1000, columns: 20, characters: 20_000 };
const rows = readCsv(readFileSync(join(import.meta.dirname, '../fixtures/vi-translation.csv'), 'utf8'), ',', limits);
if (typeof rows === 'string') throw new Error(`The translation is ${rows}.`);

/** The words of a translator, by the names of the texts. */
const translations = new Map(rows.slice(1).map(([id = '', translation = '']) => [id, translation]));

/** Fills in the Vietnamese sheet of a workbook, as a translator does before sending it back. */
export function translated(workbook: Uint8Array): Uint8Array {
  const names = [...cellTexts(workbook, 'vi')].filter(([address]) => /^A\d+$/.test(address));
  return typeAll(
    workbook,
    'vi',
    names.flatMap(([address, name]) => {
      const words = translations.get(name);
      return words === undefined ? [] : [[address.replace('A', 'E'), words] as const];
    }),
  );
}

/** The bundled line with only its two announcers as languages. More languages would only take more time. */
export function twoLanguages(): Draft {
  const draft = bundledDraft();
  const isKept = (tag: string) => draft.line.announcers.includes(tag);
  const { languages, destinations } = draft.line;
  return {
    ...draft,
    line: {
      ...draft.line,
      languages: languages.filter(({ tag }) => isKept(tag)).map((each, index) => ({ ...each, key: String(index + 1) })),
      destinations: destinations.map((each) => ({ ...each, languages: each.languages.filter(isKept) })),
    },
    words: new Map([...draft.words].filter(([tag]) => isKept(tag))),
    reasons: draft.reasons.filter(({ places }) =>
      places.every((each) => !('language' in each) || isKept(each.language)),
    ),
  };
}

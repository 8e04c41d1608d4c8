import { setImmediate } from 'node:timers/promises';
import type { LanguageTag } from '../../call/line.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import { factValue } from '../../words/fact-file.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { parseSentence, placesIn } from '../../words/sentence-template.ts';
import { showFact } from '../../words/show-fact.ts';
import type { DraftNow } from '../drafts/draft-desk.ts';
import { ledgerOf, type Marks } from '../drafts/ledger.ts';
import type { TextState } from '../drafts/text-state.ts';
import { keyOf, predictText } from '../editions/speak-text.ts';
import { purposeOf } from './purpose-of.ts';
import { type ColumnName, sheetColumns } from './sheet-columns.ts';
import { cellPrint, writeTicket } from './ticket.ts';

/** The draft, and what a sheet says about it. */
export interface SheetParts {
  readonly now: DraftNow;
  /** What callers hear now, and what was approved. */
  readonly marks: Marks;
  readonly engine: Pick<SpeechEngine, 'id' | 'fingerprint'>;
}

/** One row of a sheet, its cells in the order of the columns. */
export type SheetCells = readonly (string | number)[];

/** What a translator has to know; whether words are approved yet is none of it. */
const translated = '訳してある / Translated';
const states: Readonly<Record<TextState, string>> = {
  missing: '未入力 / Missing',
  draft: '下書き / Draft',
  'sent-back': '差し戻し / Sent back',
  stale: '要見直し / To look at again',
  'to-approve': translated,
  approved: translated,
  published: translated,
};

/**
 * The rows of one language below the header: every text that callers can reach in it, one text a row, one sentence a line.
 * Gives way to calls after every row, because predicting seconds takes a while.
 */
export async function sheetRows(parts: SheetParts, language: LanguageTag): Promise<SheetCells[]> {
  const { now, marks } = parts;
  const ledger = ledgerOf(now, marks).filter(({ isUsed, states: each }) => isUsed && each.get(language));
  const rows: SheetCells[] = [];
  for (const [index, { prompt, states: each }] of ledger.entries()) {
    const cells = cellsOf(parts, language, prompt, { row: index + 1, rows: ledger.length });
    const state = each.get(language);
    const all = { ...cells, state: state ? states[state] : '' };
    rows.push(sheetColumns.map(({ name }) => all[name]));
    await setImmediate();
  }
  return rows;
}

function cellsOf(
  { now, engine }: SheetParts,
  language: LanguageTag,
  prompt: string,
  place: { readonly row: number; readonly rows: number },
): Record<Exclude<ColumnName, 'state'>, string | number> {
  const line = now.line.file;
  const wordsIn = (tag: string) => now.find(tag, prompt)?.sentences ?? [];
  const source = wordsIn(line.sourceLanguage);
  const translation = wordsIn(language).join('\n');
  const seconds = predictText(now.draft, engine, { language, prompt }).all;
  const isSource = language === line.sourceLanguage;
  const ticket = {
    language,
    lineRevision: now.line.revision,
    ...place,
    revision: now.find(language, prompt)?.revision ?? 0,
    text: cellPrint(translation),
    source: sourcePrint(now, language, prompt),
  };
  return {
    id: prompt,
    purpose: purposeOf(line, prompt),
    source: source.map(forEyes).join('\n'),
    english: language === 'en' || isSource ? '' : wordsIn('en').join('\n'),
    translation,
    facts: factsIn(now, language, prompt, source),
    seconds: seconds === null || translation === '' ? '' : Math.round(seconds * 10) / 10,
    comment: '',
    marked: source.join('\n'),
    ticket: writeTicket(prompt, ticket),
  };
}

/** What a translation made now would be made from; of nothing in the source language itself. */
export function sourcePrint({ line, find }: Pick<DraftNow, 'line' | 'find'>, language: string, prompt: string): string {
  const { sourceLanguage } = line.file;
  return fingerprint(language === sourceLanguage ? [] : (find(sourceLanguage, prompt)?.sentences ?? []));
}

/** 封筒(ふうとう) for `{封筒|ふうとう}`; facts stay as they are placed. */
const forEyes = (sentence: string): string =>
  parseSentence(sentence)
    .map((part) => {
      if (part.kind === 'place') return `{{${part.name}}}`;
      return part.kind === 'reading' ? `${part.text}(${part.reading})` : part.text;
    })
    .join('');

/** The places of the source text, one a line, each with an example of what callers hear there. */
function factsIn(
  { line, draft }: Pick<DraftNow, 'line' | 'draft'>,
  language: LanguageTag,
  prompt: string,
  source: readonly string[],
): string {
  const names = source.flatMap(placesIn);
  return [...new Set(names)]
    .map((name) => {
      const fact = line.file.facts[name];
      const value = fact
        ? showFact(language, factValue(fact))
        : name === 'key'
          ? keyOf(draft, { language, prompt })
          : null;
      const times = names.filter((each) => each === name).length;
      return `{{${name}}}${times > 1 ? ` ×${times}` : ''}${value === null ? '' : ` = ${value}`}`;
    })
    .join('\n');
}

import { setImmediate } from 'node:timers/promises';
import type { LanguageTag } from '../../call/line.ts';
import { destinationPrompt, topicPrompt } from '../../call/say.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import { factValue } from '../../words/fact-file.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { formatFactValue } from '../../words/format-fact-value.ts';
import type { LineFile } from '../../words/line-file.ts';
import { keyPromptsOf, whisperPrompt } from '../../words/prompt-ids.ts';
import { parseSentence, placeholdersIn } from '../../words/sentence-template.ts';
import type { DraftNow } from '../drafts/draft-desk.ts';
import { leafletEntries } from '../drafts/leaflet-names.ts';
import { ledgerOf, type Marks } from '../drafts/ledger.ts';
import type { TextState } from '../drafts/text-state.ts';
import { keyOf, predictText } from '../editions/speak-text.ts';
import { writeCsv } from './csv.ts';
import { nameFingerprint } from './name-rows.ts';
import { type ColumnName, headerRow, sheetColumns } from './sheet-columns.ts';
import { cellFingerprint, writeTicket } from './ticket.ts';

/** The draft, and everything else that is needed to write a sheet. */
export interface SheetParts {
  readonly now: DraftNow;
  /** What callers hear now, and what was approved. */
  readonly marks: Marks;
  readonly engine: Pick<SpeechEngine, 'id' | 'fingerprint'>;
}

/** One row of a sheet, with its cells in the order of the columns. */
export type SheetCells = readonly (string | number)[];

/** The same state for all finished texts, because translators need not know whether words are approved yet. */
const translated = '訳してある / Translated';
const states: Readonly<Record<TextState, string>> = {
  missing: '未入力 / Missing',
  draft: '下書き / Draft',
  'sent-back': '差し戻し / Sent back',
  stale: '要見直し / Needs review',
  'to-approve': translated,
  approved: translated,
  published: translated,
};

/**
 * Returns the rows of one language below the header. Every text that the line uses in the language has a row. In a
 * cell, each sentence is on a line of its own. Rows for the names on leaflets follow. Yields to the event loop after
 * every text, because predicting durations takes a while.
 */
export async function sheetRows(parts: SheetParts, language: LanguageTag): Promise<SheetCells[]> {
  const { now, marks } = parts;
  const ledger = ledgerOf(now, marks).filter(({ isUsed, states: each }) => isUsed && each.get(language));
  const names = leafletEntries(now.line.file);
  const count = ledger.length + names.length;
  const rows: SheetCells[] = [];
  for (const [index, { prompt, states: each }] of ledger.entries()) {
    const cells = cellsOf(parts, language, prompt, { row: index + 1, rows: count });
    const state = each.get(language);
    const all = { ...cells, state: state ? states[state] : '' };
    rows.push(sheetColumns.map(({ name }) => all[name]));
    await setImmediate();
  }
  for (const [index, entry] of names.entries()) {
    const cells = nameCellsOf(now, language, entry, { row: ledger.length + index + 1, rows: count });
    rows.push(sheetColumns.map(({ name }) => cells[name]));
  }
  return rows;
}

/** The row of a name on leaflets. Its state is missing or translated, because nobody approves names. */
function nameCellsOf(
  { line: { revision, file } }: Pick<DraftNow, 'line'>,
  language: LanguageTag,
  { id, names }: ReturnType<typeof leafletEntries>[number],
  position: { readonly row: number; readonly rows: number },
): Record<ColumnName, string | number> {
  const [source, translation] = [names[file.sourceLanguage] ?? '', names[language] ?? ''];
  const isSource = language === file.sourceLanguage;
  const ticket = {
    language,
    lineRevision: revision,
    ...position,
    revision: 0,
    text: cellFingerprint(translation),
    source: nameFingerprint(source),
  };
  return {
    id,
    purpose: '配布シートに載せる名前 / Name on the printed sheet',
    source: withReadings(source),
    english: language === 'en' || isSource ? '' : (names.en ?? ''),
    translation,
    facts: '',
    seconds: '',
    comment: '',
    state: translation === '' ? states.missing : translated,
    marked: source,
    ticket: writeTicket(id, ticket),
  };
}

function cellsOf(
  { now, engine }: SheetParts,
  language: LanguageTag,
  prompt: string,
  position: { readonly row: number; readonly rows: number },
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
    ...position,
    revision: now.find(language, prompt)?.revision ?? 0,
    text: cellFingerprint(translation),
    source: sourceFingerprintOf(now, language, prompt),
  };
  return {
    id: prompt,
    purpose: purposeOf(line, prompt),
    source: source.map(withReadings).join('\n'),
    english: language === 'en' || isSource ? '' : wordsIn('en').join('\n'),
    translation,
    facts: factsIn(now, language, prompt, source),
    seconds: seconds === null || translation === '' ? '' : Math.round(seconds * 10) / 10,
    comment: '',
    marked: source.join('\n'),
    ticket: writeTicket(prompt, ticket),
  };
}

/** Says in Japanese and English where a text is heard. Empty if the id of the text does not reveal this. */
function purposeOf(line: LineFile, prompt: string): string {
  const item = line.topics.find(({ id }) => topicPrompt(id) === prompt);
  if (item) return `項目の案内(キー${item.key}) / Menu item (key ${item.key})`;
  const topics = line.topics.filter(({ parts }) => parts.includes(prompt)).map(({ key }) => key);
  if (topics.length > 0) return `項目${topics.join('、')}の説明 / Explanation of topic ${topics.join(', ')}`;
  for (const { id, name } of line.destinations) {
    if (prompt === destinationPrompt(id, 'transfer')) {
      return `「${name.ja}」につなぐ前 / Before a call is put through to “${name.en}”`;
    }
    if (prompt === destinationPrompt(id, 'number')) {
      return `「${name.ja}」の番号 / The telephone number of “${name.en}”`;
    }
    if (prompt === destinationPrompt(id, 'hours')) return `「${name.ja}」の受付時間 / The hours of “${name.en}”`;
  }
  if (prompt === whisperPrompt) return '担当者だけが聞く文 / Heard only by the person who answers';
  return keyPromptsOf(line).has(prompt) ? 'キーの案内 / Tells which key to press' : '';
}

/**
 * The fingerprint of a prompt's source text. For the source language itself, it is the fingerprint of an empty text.
 */
export function sourceFingerprintOf(
  { line, find }: Pick<DraftNow, 'line' | 'find'>,
  language: string,
  prompt: string,
): string {
  const { sourceLanguage } = line.file;
  return fingerprint(language === sourceLanguage ? [] : (find(sourceLanguage, prompt)?.sentences ?? []));
}

/** Writes readings in brackets: `{封筒|ふうとう}` becomes 封筒(ふうとう). Placeholders stay as they are. */
const withReadings = (sentence: string): string =>
  parseSentence(sentence)
    .map((part) => {
      if (part.kind === 'placeholder') return `{{${part.name}}}`;
      return part.kind === 'reading' ? `${part.text}(${part.reading})` : part.text;
    })
    .join('');

/**
 * Lists the placeholders of the source text, one below the other. If a placeholder occurs more than once, its count
 * follows. If its value is known, the words that callers hear for it follow too.
 */
function factsIn(
  { line, draft }: Pick<DraftNow, 'line' | 'draft'>,
  language: LanguageTag,
  prompt: string,
  source: readonly string[],
): string {
  const names = source.flatMap(placeholdersIn);
  return [...new Set(names)]
    .map((name) => {
      const fact = line.file.facts[name];
      const value = fact
        ? formatFactValue(language, factValue(fact))
        : name === 'key'
          ? keyOf(draft, { language, prompt })
          : null;
      const times = names.filter((each) => each === name).length;
      return `{{${name}}}${times > 1 ? ` ×${times}` : ''}${value === null ? '' : ` = ${value}`}`;
    })
    .join('\n');
}

/** The sheet of one language as a CSV file, with the same columns as in a workbook. */
export async function writeSheetCsv(parts: SheetParts, language: LanguageTag): Promise<Uint8Array> {
  const rows = await sheetRows(parts, language);
  return writeCsv([headerRow, ...rows.map((cells) => cells.map(String))]);
}

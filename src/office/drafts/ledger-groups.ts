import type { LanguageTag } from '../../call/line.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { LedgerRow } from './ledger.ts';
import { type CallPart, callParts, textGroups } from './text-groups.ts';
import type { TextState } from './text-state.ts';

/**
 * Groups rows by the part of the call in which callers hear the prompts. The groups are in the order of the parts.
 * Within a group, rows keep their order. Parts without rows are left out. Rows of prompts that the line does not use
 * are left out too.
 */
export function byCallPart(rows: readonly LedgerRow[], line: LineFile): Map<CallPart, readonly LedgerRow[]> {
  const groups = textGroups(line, line.sourceLanguage);
  return new Map(
    callParts.flatMap((part) => {
      const prompts = new Set(groups.filter((group) => group.part === part).flatMap((group) => group.prompts));
      const own = rows.filter(({ prompt }) => prompts.has(prompt));
      return own.length > 0 ? [[part, own]] : [];
    }),
  );
}

const open: ReadonlySet<TextState> = new Set(['missing', 'draft', 'sent-back', 'stale']);

/**
 * Whether somebody still has to work on a text: it is missing, unfinished, sent back, or its source text has changed.
 */
export const needsWriting = (state: TextState | null): boolean => state !== null && open.has(state);

/**
 * Finds the next prompt that still has to be written in at least one language. The search goes through the prompts in
 * the order of `byCallPart`. After the last prompt it continues from the first.
 * @param prompt the prompt after which the search starts
 * @returns null if there is no such prompt other than `prompt`
 */
export function nextToWrite(rows: readonly LedgerRow[], line: LineFile, prompt: string): string | null {
  const inOrder = [...byCallPart(rows, line).values()].flat();
  const here = inOrder.findIndex((row) => row.prompt === prompt);
  const others = [...inOrder.slice(here + 1), ...inOrder.slice(0, Math.max(0, here))];
  return others.find(({ states }) => [...states.values()].some(needsWriting))?.prompt ?? null;
}

/**
 * Counts, for each language, how many texts it needs or has (`all`), and how many of these need no more writing
 * (`done`).
 */
export function progressOf(
  rows: readonly LedgerRow[],
  languages: readonly LanguageTag[],
): Map<LanguageTag, { readonly done: number; readonly all: number }> {
  return new Map(
    languages.map((tag) => {
      const states = rows.map((row) => row.states.get(tag) ?? null).filter((state) => state !== null);
      return [tag, { done: states.filter((state) => !needsWriting(state)).length, all: states.length }];
    }),
  );
}

import type { LanguageTag } from '../../call/line.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { LedgerRow } from './ledger.ts';
import { type CallPart, callParts, textGroups } from './text-groups.ts';
import type { TextState } from './text-state.ts';

/**
 * Rows by the part of the call in which callers meet them, in the order of the parts; within a part in the given order. Parts
 * without rows are left out, and so are rows that nothing uses.
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

/** Whether somebody still has to write: the text is missing, unfinished, sent back or older than its source. */
export const needsWriting = (state: TextState | null): boolean => state !== null && open.has(state);

/**
 * The next prompt, in the order of the ledger, that somebody still has to write in any language; after the last prompt the
 * search continues from the first.
 * @param prompt the one to start after
 * @returns null if there is none besides that one
 */
export function nextToWrite(rows: readonly LedgerRow[], line: LineFile, prompt: string): string | null {
  const inOrder = [...byCallPart(rows, line).values()].flat();
  const here = inOrder.findIndex((row) => row.prompt === prompt);
  const others = [...inOrder.slice(here + 1), ...inOrder.slice(0, Math.max(0, here))];
  return others.find(({ states }) => [...states.values()].some(needsWriting))?.prompt ?? null;
}

/** How many texts of each language are written, of those it needs. */
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

import type { LanguageTag } from '../../call/line.ts';
import { destinationPrompt, linePrompts, topicPrompt } from '../../call/say.ts';
import type { LineFile } from '../../words/line-file.ts';
import { promptsInDisaster, promptsOfClosures, whisperPrompt } from '../../words/prompt-ids.ts';
import type { LedgerRow } from './ledger.ts';
import type { TextState } from './text-state.ts';

/** The groups of the ledger, in the order in which they are shown. */
export const ledgerGroups = ['beginning', 'topics', 'transfer', 'disaster', 'other'] as const;
export type LedgerGroup = (typeof ledgerGroups)[number];

/** Where a call is when a prompt of every line is heard. */
const groupOfLinePrompt: ReadonlyMap<string, LedgerGroup> = new Map(
  linePrompts.map((prompt) => {
    if (/^(?:greeting|language-item|welcome)/.test(prompt)) return [prompt, 'beginning'];
    if (prompt.startsWith('topic-')) return [prompt, 'topics'];
    return [prompt, /^(?:transfer|reason|number)-/.test(prompt) ? 'transfer' : 'other'];
  }),
);

/** Which group each prompt of a line belongs to; prompts that nothing uses are among the others. */
export function groupsOf(line: LineFile): (prompt: string) => LedgerGroup {
  const groups = new Map<string, LedgerGroup>(promptsInDisaster(line).map((prompt) => [prompt, 'disaster']));
  for (const { id, parts } of line.topics)
    for (const prompt of [topicPrompt(id), ...parts]) groups.set(prompt, 'topics');
  for (const { id } of line.destinations) {
    for (const part of ['transfer', 'number', 'hours'] as const) groups.set(destinationPrompt(id, part), 'transfer');
  }
  for (const prompt of [...promptsOfClosures(line), whisperPrompt]) groups.set(prompt, 'transfer');
  return (prompt) => groups.get(prompt) ?? groupOfLinePrompt.get(prompt) ?? 'other';
}

/** Rows by group, in the order of the groups; within a group in the given order. Groups without rows are left out. */
export function inGroups(rows: readonly LedgerRow[], line: LineFile): Map<LedgerGroup, readonly LedgerRow[]> {
  const groupOf = groupsOf(line);
  const found = Map.groupBy(rows, ({ prompt }) => groupOf(prompt));
  return new Map(
    ledgerGroups.flatMap((group) => {
      const own = found.get(group);
      return own ? [[group, own]] : [];
    }),
  );
}

const open: ReadonlySet<TextState> = new Set(['missing', 'draft', 'sent-back', 'stale']);

/** Whether somebody still has to write: the text is missing, unfinished, sent back or older than its source. */
export const needsWriting = (state: TextState | null): boolean => state !== null && open.has(state);

/**
 * The next prompt that somebody still has to write in any language, after a given one; after the last prompt the search
 * continues from the first.
 * @param rows in the order of the ledger
 * @returns null if there is none besides the given one
 */
export function nextToWrite(rows: readonly LedgerRow[], prompt: string): string | null {
  const here = rows.findIndex((row) => row.prompt === prompt);
  const others = [...rows.slice(here + 1), ...rows.slice(0, Math.max(0, here))];
  return others.find(({ isUsed, states }) => isUsed && [...states.values()].some(needsWriting))?.prompt ?? null;
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

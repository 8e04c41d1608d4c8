import type { LanguageTag } from '../../call/line.ts';
import { placeholdersIn } from '../../words/sentence-template.ts';
import type { DraftNow } from './draft-desk.ts';
import { usesPrompt } from './unused-texts.ts';

/** Everything that uses a fact and would break without it. */
interface FactUses {
  /** Prompts with a placeholder for the fact, each with the languages whose text has the placeholder. */
  readonly prompts: readonly { readonly prompt: string; readonly languages: readonly LanguageTag[] }[];
  /** Ids of destinations that use the fact as their number, hours or closing days. */
  readonly destinations: readonly string[];
  /** Whether the fact is on the leaflets. */
  readonly isOnSheets: boolean;
}

/**
 * Finds what uses a fact. Searches every text that the line uses, including texts of languages that are switched off,
 * because those may be switched on again. Texts that no part of the line uses are ignored.
 */
export function factUses({ line, texts }: Pick<DraftNow, 'line' | 'texts'>, name: string): FactUses {
  const isUsed = usesPrompt(line.file);
  const prompts = new Map<string, LanguageTag[]>();
  for (const { language, prompt, sentences } of texts) {
    if (!isUsed(prompt) || !sentences.flatMap(placeholdersIn).includes(name)) continue;
    prompts.set(prompt, [...(prompts.get(prompt) ?? []), language]);
  }
  const destinations = line.file.destinations.filter(({ number, hours, closed }) =>
    [number, hours, ...(closed?.eachYear ?? []).flatMap(({ from, to }) => [from, to])].includes(name),
  );
  return {
    prompts: [...prompts].map(([prompt, languages]) => ({ prompt, languages })),
    destinations: destinations.map(({ id }) => id),
    isOnSheets: [
      line.file.leaflet?.number,
      ...(line.file.leaflet?.contacts ?? []).map(({ number }) => number),
    ].includes(name),
  };
}

/** Whether a fact can be removed without affecting anything. */
export const isUnused = ({ prompts, destinations, isOnSheets }: FactUses): boolean =>
  prompts.length === 0 && destinations.length === 0 && !isOnSheets;

import type { LanguageTag } from '../../call/line.ts';
import { placesIn } from '../../words/sentence-template.ts';
import type { DraftNow } from './draft-desk.ts';
import { usesPrompt } from './unused-texts.ts';

/** Where a fact is used: what would break without it. */
export interface FactUses {
  /** Prompts that have a place for it, each with the languages in which they do. */
  readonly prompts: readonly { readonly prompt: string; readonly languages: readonly LanguageTag[] }[];
  /** The ids of destinations that say it or keep to it. */
  readonly destinations: readonly string[];
  /** Whether it stands on the printed sheets. */
  readonly isOnSheets: boolean;
}

/**
 * Looks through every text that the line uses, those of languages that are switched off included: they may come back. A text
 * that nothing uses needs no value.
 */
export function factUses({ line, texts }: Pick<DraftNow, 'line' | 'texts'>, name: string): FactUses {
  const isUsed = usesPrompt(line.file);
  const prompts = new Map<string, LanguageTag[]>();
  for (const { language, prompt, sentences } of texts) {
    if (!isUsed(prompt) || !sentences.flatMap(placesIn).includes(name)) continue;
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

/** Whether it could be taken away without anything noticing. */
export const isUnused = ({ prompts, destinations, isOnSheets }: FactUses): boolean =>
  prompts.length === 0 && destinations.length === 0 && !isOnSheets;

import type { LanguageTag } from '../call/line.ts';

/**
 * Puts what belongs to the source language first; the rest keeps its order. Staff read the source before its translations.
 * @param tagOf the language of an item
 */
export function sourceFirst<Item>(
  items: readonly Item[],
  sourceLanguage: LanguageTag | null,
  tagOf: (item: Item) => LanguageTag,
): Item[] {
  const isSource = (item: Item) => Number(tagOf(item) === sourceLanguage);
  return items.toSorted((one, other) => isSource(other) - isSource(one));
}

import type { LanguageTag } from '../call/line.ts';

/**
 * Puts the items of the source language first, because staff read the source before its translations. The other items
 * keep their order.
 * @param tagOf returns the language of an item
 */
export function sourceFirst<Item>(
  items: readonly Item[],
  sourceLanguage: LanguageTag | null,
  tagOf: (item: Item) => LanguageTag,
): Item[] {
  const isSource = (item: Item) => Number(tagOf(item) === sourceLanguage);
  return items.toSorted((one, other) => isSource(other) - isSource(one));
}

import { attributeOf, tagsIn } from './xml-tags.ts';

/** The rows in which cells are calculated, or could not be calculated: what stands there is no text that somebody wrote. */
export function calculatedRows(sheetXml: string): { readonly formulas: Set<number>; readonly errors: Set<number> } {
  const [formulas, errors] = [new Set<number>(), new Set<number>()];
  let row = 0;
  for (const tag of tagsIn(sheetXml)) {
    if (tag.name === 'f') formulas.add(row);
    if (tag.name !== 'c') continue;
    row = Number(/\d+$/.exec(attributeOf(tag, 'r') ?? '')?.[0] ?? row);
    if (attributeOf(tag, 't') === 'e') errors.add(row);
  }
  return { formulas, errors };
}

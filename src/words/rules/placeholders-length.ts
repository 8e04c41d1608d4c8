import type { Draft } from '../draft.ts';
import type { FactFile } from '../fact-file.ts';
import { momentTypeOf } from '../moment-facts.ts';
import type { WrittenSentence } from './written-sentence.ts';

/** How long the value of a placeholder is in speech, in a unit of the rule's choice. */
export type PlaceholderLengths = Readonly<Record<FactFile['type'] | 'key' | 'language', number>>;

/** How long the values of all placeholders of a sentence are together. A placeholder without a value counts as nothing. */
export function placeholdersLength(
  { line }: Pick<Draft, 'line'>,
  { parts }: Pick<WrittenSentence, 'parts'>,
  lengths: PlaceholderLengths,
): number {
  return parts.reduce((sum, part) => {
    if (part.kind !== 'placeholder') return sum;
    if (part.name === 'key' || part.name === 'language') return sum + lengths[part.name];
    const fact = Object.hasOwn(line.facts, part.name) ? line.facts[part.name] : undefined;
    const type = fact?.type ?? momentTypeOf(part.name);
    return sum + (type ? lengths[type] : 0);
  }, 0);
}

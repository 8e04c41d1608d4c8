import type { Draft } from '../draft.ts';
import type { FactFile } from '../fact-file.ts';
import { momentTypeOf } from '../moment-facts.ts';
import type { WrittenSentence } from './written-sentence.ts';

/** How long the value of each kind of placeholder is in speech. Each rule chooses its own unit. */
export type PlaceholderLengths = Readonly<Record<FactFile['type'] | 'key' | 'language', number>>;

/** The total length of the values of all placeholders in a sentence. A placeholder without a value counts as zero. */
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

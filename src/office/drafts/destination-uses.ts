import { destinationPrompt } from '../../call/say.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { DraftLine } from './draft-text.ts';

type Destination = LineFile['destinations'][number];

/** In which languages key 0 leads to a destination, and whether it does so before a language is chosen. */
interface DestinationUses {
  /** The languages in which key 0 leads to the destination. */
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  /** Whether key 0 leads to the destination before a language is chosen. */
  readonly isDefault: boolean;
}

export const destinationUses = ({ languages, defaultDestination }: LineFile, id: string): DestinationUses => ({
  languages: languages.filter(({ destination }) => destination === id).map(({ tag, name }) => ({ tag, name })),
  isDefault: defaultDestination === id,
});

/**
 * Destinations that are no longer on the line, each as it was just before it was removed. A destination is included
 * only if the words that announce its transfer or its number still exist.
 * @param history revisions of the line, newest first
 * @param aside prompts that have words but that no part of the line uses
 */
export function destinationsRemoved(
  line: LineFile,
  history: readonly DraftLine[],
  aside: readonly { readonly prompt: string }[],
): Destination[] {
  const kept = new Set(aside.map(({ prompt }) => prompt));
  const known = new Set(line.destinations.map(({ id }) => id));
  const removed: Destination[] = [];
  for (const destination of history.flatMap(({ file }) => file.destinations)) {
    const { id } = destination;
    if (known.has(id)) continue;
    known.add(id);
    if (kept.has(destinationPrompt(id, 'transfer')) || kept.has(destinationPrompt(id, 'number')))
      removed.push(destination);
  }
  return removed;
}

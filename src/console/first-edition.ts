import type { ConsoleParts } from './console-parts.ts';

/**
 * Whether the files are being spoken for the first time: nothing was ever published, and nobody has changed the draft. There
 * is nothing to compare a draft with, and what waits for approval is all of it, so that counts would say nothing.
 */
export async function isFirstBeingMade({
  drafts,
  editions,
}: Pick<ConsoleParts, 'drafts' | 'editions'>): Promise<boolean> {
  const [published, changed] = await Promise.all([editions.publications(1), drafts.lineHistory(1)]);
  return published.length + changed.length === 0;
}

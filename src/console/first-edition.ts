import type { ConsoleParts } from './console-parts.ts';

/**
 * Whether the first edition, made from the prompt files, is still being prepared: nothing has been published, and nobody has
 * saved anything in the draft. If callers hear an edition that the database has lost, nothing is published by itself, so nothing is
 * being prepared either. In this state there is no edition to compare the draft with, and all texts wait for approval, so
 * numbers of changes mean nothing.
 */
export async function isFirstEditionPending({
  drafts,
  editions,
  isLiveForgotten,
}: Pick<ConsoleParts, 'drafts' | 'editions' | 'isLiveForgotten'>): Promise<boolean> {
  const [published, changed] = await Promise.all([editions.publications(1), drafts.lineHistory(1)]);
  return published.length + changed.length === 0 && !(await isLiveForgotten());
}

import type { ConsoleParts } from './console-parts.ts';

/**
 * Whether the first edition, made from the prompt files, is still being prepared: nothing has been published, and
 * nobody has saved anything in the draft. While the first edition is being prepared, there is no edition to compare the
 * draft with, and all texts wait for approval, so counts of changes mean nothing. If callers hear an edition that the
 * database has lost, no edition is published automatically, so none is being prepared either.
 */
export async function isFirstEditionPending({
  drafts,
  editions,
  isLiveForgotten,
}: Pick<ConsoleParts, 'drafts' | 'editions' | 'isLiveForgotten'>): Promise<boolean> {
  const [published, changed] = await Promise.all([editions.publications(1), drafts.lineHistory(1)]);
  return published.length + changed.length === 0 && !(await isLiveForgotten());
}

/**
 * Whether callers hear an edition that the database does not have, because the database was lost or replaced. The file of the line
 * is asked first, because every page asks.
 */
export const isDatabaseLost = async ({
  editions,
  isLiveForgotten,
}: Pick<ConsoleParts, 'editions' | 'isLiveForgotten'>): Promise<boolean> =>
  (await isLiveForgotten()) && (await editions.publications(1)).length === 0;

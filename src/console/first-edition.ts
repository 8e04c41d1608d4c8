import type { ConsoleParts } from './console-parts.ts';

/**
 * Whether the first edition is still being prepared from the prompt files. This is so as long as nothing has been
 * published and nobody has saved anything in the draft. Meanwhile there is no edition to compare the draft with, and
 * all texts wait for approval, so counts of changes mean nothing. If callers hear an edition that the database has
 * lost, no edition is published automatically, so none is being prepared.
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
 * Whether callers hear an edition that the database does not have, because the database was lost or replaced. Every
 * page needs this answer. The small file with the live pointer is read first, because it usually shows that nothing was
 * lost, and then no query is needed.
 */
export const isDatabaseLost = async ({
  editions,
  isLiveForgotten,
}: Pick<ConsoleParts, 'editions' | 'isLiveForgotten'>): Promise<boolean> =>
  (await isLiveForgotten()) && (await editions.publications(1)).length === 0;

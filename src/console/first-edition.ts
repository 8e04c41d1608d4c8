import type { ConsoleParts } from './console-parts.ts';

/**
 * Whether the first edition, made from the prompt files, is still being prepared: nothing has been published, and the draft is
 * unchanged. Then there is nothing to compare the draft with, and all of it waits for approval, so counts are meaningless.
 */
export async function isFirstEditionPending({
  drafts,
  editions,
}: Pick<ConsoleParts, 'drafts' | 'editions'>): Promise<boolean> {
  const [published, changed] = await Promise.all([editions.publications(1), drafts.lineHistory(1)]);
  return published.length + changed.length === 0;
}

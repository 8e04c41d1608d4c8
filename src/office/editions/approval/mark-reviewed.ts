import type { TextRef } from '../../../call/step.ts';
import { type DraftNow, saveFirstRevisions } from '../../drafts/draft-desk.ts';
import type { DraftStores } from '../../drafts/draft-records.ts';
import type { AuditedPerson } from '../../staff/audit-entry.ts';

/** Who recorded that a native reader reviewed the words, who the reader is, and when it was recorded. */
interface Review {
  readonly by: AuditedPerson;
  readonly reader: string;
  readonly at: number;
}

/**
 * Adds a revision to each text of `refs` that is not marked as reviewed yet. The revision has the same words, and is
 * marked as reviewed. If the draft was never changed before, the files of the prompts folder are stored as first
 * revisions.
 */
export async function markReviewed(
  stores: DraftStores,
  now: DraftNow,
  refs: readonly TextRef[],
  { by, reader, at }: Review,
): Promise<void> {
  const texts = refs.flatMap(({ language, prompt }) => {
    const text = now.find(language, prompt);
    return text && !text.isReviewed ? [text] : [];
  });
  if (texts.length === 0) return;
  if (!now.isKept) await saveFirstRevisions(stores, now);
  for (const text of texts) {
    const revision = text.revision + 1;
    await stores.texts.add({ ...text, revision, isReviewed: true, act: 'reviewed', reason: reader, by, at });
  }
  const language = [...new Set(texts.map((text) => text.language))].join(', ');
  const prompts = texts.map(({ prompt }) => prompt).join(', ');
  await stores.audit.add({
    at,
    who: by,
    act: 'texts-reviewed',
    about: { language, texts: texts.length, prompts, reader },
  });
}

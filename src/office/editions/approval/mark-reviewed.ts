import { type DraftNow, keepTaken } from '../../drafts/draft-desk.ts';
import type { DraftStores } from '../../drafts/draft-records.ts';
import type { AuditedPerson } from '../../staff/audit-entry.ts';
import type { TextPlace } from '../speak-text.ts';

/** Who says that a native reader went through the words, who the reader is, and when it was said. */
export interface Review {
  readonly by: AuditedPerson;
  readonly reader: string;
  readonly at: number;
}

/**
 * Adds a revision with the same words to each text of the draft that no native reader has gone through yet. As the first
 * change of a draft it takes the files over.
 */
export async function markReviewed(
  stores: DraftStores,
  now: DraftNow,
  places: readonly TextPlace[],
  { by, reader, at }: Review,
): Promise<void> {
  const texts = places.flatMap(({ language, prompt }) => {
    const text = now.find(language, prompt);
    return text && !text.isReviewed ? [text] : [];
  });
  if (texts.length === 0) return;
  if (!now.isKept) await keepTaken(stores, now);
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

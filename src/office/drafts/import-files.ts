import { fingerprint } from '../../words/fingerprint.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { DraftContent } from './draft-content.ts';
import type { DraftRecords } from './draft-records.ts';
import { type DraftText, textRefKey } from './draft-text.ts';
import { sameWords } from './save-text.ts';

/** What an import changed. */
export interface ImportedFiles {
  readonly kind: 'imported';
  readonly texts: number;
  readonly isLineChanged: boolean;
  /** Whether the database had no draft before this import, so that the prompts folder itself was the draft. */
  readonly isFirst: boolean;
}

/**
 * Imports the prompts folder into the draft. Every text that differs becomes a new revision, and so does the line if it
 * differs. A text that is no longer in the folder is emptied. The reasons for accepted warnings are replaced. Earlier
 * revisions are kept.
 *
 * In the folder, `reviewed: true` marks a language that native readers have read. Only the first import takes over
 * these marks, because the folder is the draft until then. A later import adds no marks. A text keeps its mark as long
 * as its words stay the same.
 */
export async function importFiles(
  records: DraftRecords,
  files: DraftContent,
  actor: Actor,
  now: number,
): Promise<ImportedFiles | { readonly kind: 'not-allowed' }> {
  if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
  const by = whoIs(actor);
  return records.transaction(async ({ texts, lines, reasons, audit }) => {
    const before = new Map((await texts.newest()).map((text) => [textRefKey(text), text]));
    const gone = [...before.values()]
      .filter((text) => text.sentences.length > 0 && !files.texts.some((each) => textRefKey(each) === textRefKey(text)))
      .map((text) => ({ ...text, sentences: [] }));
    const line = await lines.newest();
    let changed = 0;
    for (const text of [...files.texts, ...gone]) {
      const known = before.get(textRefKey(text));
      const isReviewed = line
        ? sameWords(known ?? null, text.sentences) && (known?.isReviewed ?? false)
        : text.isReviewed;
      if (known && isSame(known, { ...text, isReviewed })) continue;
      await texts.add({
        ...text,
        isReviewed,
        revision: (known?.revision ?? 0) + 1,
        act: 'imported',
        reason: null,
        by,
        at: now,
      });
      changed += 1;
    }
    const isLineChanged = JSON.stringify(line?.file) !== JSON.stringify(files.line.file);
    if (isLineChanged) await lines.add({ ...files.line, revision: (line?.revision ?? 0) + 1, by, at: now });
    await reasons.replace(files.reasons);
    if (changed > 0 || isLineChanged) {
      await audit.add({ at: now, who: by, act: 'files-imported', about: { texts: changed, line: isLineChanged } });
    }
    return { kind: 'imported', texts: changed, isLineChanged, isFirst: !line };
  });
}

const isSame = (one: DraftText, other: DraftText): boolean =>
  fingerprint(one.sentences) === fingerprint(other.sentences) &&
  one.sourceFingerprint === other.sourceFingerprint &&
  one.isReady === other.isReady &&
  one.isReviewed === other.isReviewed;

import { fingerprint } from '../../words/fingerprint.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { DraftContent } from './draft-content.ts';
import type { DraftRecords } from './draft-records.ts';
import type { DraftText } from './draft-text.ts';

/** What an import changed. */
type ImportResult =
  | { readonly kind: 'imported'; readonly texts: number; readonly isLineChanged: boolean }
  | { readonly kind: 'not-allowed' };

/**
 * Imports the prompts folder into the draft. Every text that differs, and the line if it differs, becomes a new revision. The
 * rest stays as it is, except that the reasons for accepted warnings are replaced. No revision is lost. A text that is no longer
 * in the folder is emptied.
 */
export async function importFiles(
  records: DraftRecords,
  files: DraftContent,
  actor: Actor,
  now: number,
): Promise<ImportResult> {
  if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
  const by = whoIs(actor);
  return records.transaction(async ({ texts, lines, reasons, audit }) => {
    const before = new Map((await texts.newest()).map((text) => [nameOf(text), text]));
    const gone = [...before.values()]
      .filter((text) => text.sentences.length > 0 && !files.texts.some((each) => nameOf(each) === nameOf(text)))
      .map((text) => ({ ...text, sentences: [] }));
    let changed = 0;
    for (const text of [...files.texts, ...gone]) {
      const known = before.get(nameOf(text));
      if (known && isSame(known, text)) continue;
      await texts.add({ ...text, revision: (known?.revision ?? 0) + 1, act: 'imported', reason: null, by, at: now });
      changed += 1;
    }
    const line = await lines.newest();
    const isLineChanged = JSON.stringify(line?.file) !== JSON.stringify(files.line.file);
    if (isLineChanged) await lines.add({ ...files.line, revision: (line?.revision ?? 0) + 1, by, at: now });
    await reasons.replace(files.reasons);
    if (changed > 0 || isLineChanged) {
      await audit.add({ at: now, who: by, act: 'files-imported', about: { texts: changed, line: isLineChanged } });
    }
    return { kind: 'imported', texts: changed, isLineChanged };
  });
}

const nameOf = ({ language, prompt }: Pick<DraftText, 'language' | 'prompt'>): string => `${language} ${prompt}`;

const isSame = (one: DraftText, other: DraftText): boolean =>
  fingerprint(one.sentences) === fingerprint(other.sentences) &&
  one.sourceFingerprint === other.sourceFingerprint &&
  one.isReady === other.isReady &&
  one.isReviewed === other.isReviewed;

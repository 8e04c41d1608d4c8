import type { z } from 'zod';
import { type LineFile, lineFile } from '../../words/line-file.ts';
import type { AuditAbout } from '../staff/audit-entry.ts';
import { whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { DraftLine } from './draft-text.ts';
import type { Saving } from './save-text.ts';

/** A change of the line, which all languages share. */
export interface LineForm {
  /** The revision the user was looking at. */
  readonly basedOn: number;
  readonly file: unknown;
  /** What was changed, for the audit. */
  readonly what: 'fact' | 'destination' | 'topics' | 'languages' | 'leaflet' | 'line';
  readonly about: AuditAbout;
}

/** The outcome of saving. */
export type SaveLineResult =
  | { readonly kind: 'saved' | 'unchanged'; readonly line: DraftLine }
  | { readonly kind: 'conflict'; readonly theirs: DraftLine }
  /** All problems, each with the path of its value. */
  | { readonly kind: 'wrong'; readonly problems: readonly z.core.$ZodIssue[] }
  | { readonly kind: 'not-allowed' };

/**
 * Saves the line as a new revision. A change may leave a topic without words, or a fact that nothing uses. It is saved
 * all the same, because a draft may be unfinished. The checks before publishing report such problems.
 * @throws RangeError if no line is stored yet; store the files as the draft first
 */
export async function saveLine({ stores, actor, now }: Saving, form: LineForm): Promise<SaveLineResult> {
  if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
  const parsed = lineFile.safeParse(form.file);
  if (!parsed.success) return { kind: 'wrong', problems: parsed.error.issues };
  const before = await stores.lines.newest();
  if (!before) throw new RangeError('There is no line to change; store the files as the draft first.');
  if (before.revision !== form.basedOn) return { kind: 'conflict', theirs: before };
  if (isSameLine(before.file, parsed.data)) return { kind: 'unchanged', line: before };
  const by = whoIs(actor);
  const line: DraftLine = { revision: before.revision + 1, file: parsed.data, by, at: now };
  if (!(await stores.lines.add(line))) return { kind: 'conflict', theirs: (await stores.lines.newest()) ?? before };
  await stores.audit.add({ at: now, who: by, act: `${form.what}-changed`, about: form.about });
  return { kind: 'saved', line };
}

/** Whether two lines are equal. The same schema parsed both lines, so their fields are in the same order. */
const isSameLine = (one: LineFile, other: LineFile): boolean => JSON.stringify(one) === JSON.stringify(other);

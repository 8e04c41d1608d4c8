import { contentKey } from '../../common/canonical-json.ts';
import type { Approval } from '../../office/editions/approval/approval.ts';
import type { TextHashes } from '../../office/editions/approval/text-hashes.ts';
import { type ChangedText, type ChangedValue, compareContents } from '../../office/editions/compare-contents.ts';
import type { EditionContent } from '../../office/editions/edition-content.ts';
import type { EditionRecord, Publication } from '../../office/editions/edition-record.ts';
import type { AuditedPerson } from '../../office/staff/audit-entry.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import type { ConsoleParts } from '../console-parts.ts';

export type SheetParts = Pick<ConsoleParts, 'drafts' | 'approvals' | 'editions' | 'engine'>;

/** What is compared on a sheet. */
export interface Compared {
  /** What callers heard before; null when that was nothing. */
  readonly before: (EditionContent & { readonly hash: string }) | null;
  /** When that went live. */
  readonly since: number;
  readonly after: EditionContent & { readonly hashes: TextHashes };
  /** When it went live; null for a draft. */
  readonly publication: Publication | null;
  readonly record: EditionRecord | null;
}

/** A text that changed in its words or, with the same words, in its sounds: by a value that it says, or by a key. */
export interface SheetText extends ChangedText {
  readonly isSoundOnly: boolean;
  /** Whether callers would hear it without anybody having approved it. */
  readonly isUnapproved: boolean;
  /** Who approved it; null when nobody has. */
  readonly approval: Approval | null;
}

/** What changes, who wrote it, and who approved it. */
export interface ChangeSheet extends Pick<Compared, 'before' | 'after' | 'publication' | 'record'> {
  readonly texts: readonly SheetText[];
  readonly values: readonly ChangedValue[];
  /** When the last change was written; null when it was not written here. */
  readonly written: number | null;
  readonly writers: readonly AuditedPerson[];
}

/** Looks up in the history of every changed text, and of what all languages share, who wrote what changed. */
export async function gatherSheet({ drafts, approvals }: SheetParts, compared: Compared): Promise<ChangeSheet> {
  const { before, since, after, publication, record } = compared;
  const { texts: reworded, values } = compareContents(before, after);
  const texts = [...reworded, ...(await soundsOtherwise(approvals, before, after, reworded))];
  const { verdicts } = await approvals.read();
  const until = publication?.at ?? Number.POSITIVE_INFINITY;
  const writings: { readonly by: AuditedPerson; readonly at: number }[] = [];
  const keep = (all: readonly { readonly by: AuditedPerson; readonly at: number }[]) =>
    writings.push(...all.filter(({ at }) => at > since && at <= until));
  // Who kept again what was live has written nothing of what changes: so do the files that become the first draft.
  for (const { language, prompt, before: old } of reworded) {
    const history = await drafts.history(language, prompt);
    keep(history.filter(({ act, sentences }) => act !== 'reviewed' && fingerprint(sentences) !== fingerprint(old)));
  }
  if (values.length > 0) {
    const history = await drafts.lineHistory(most);
    const kept = before && contentKey(before.line);
    keep(history.filter(({ file }) => contentKey(file) !== kept));
  }
  return {
    before,
    after,
    publication,
    record,
    texts: texts.map((text) => {
      const { language, prompt } = text;
      const hash = after.hashes.find({ language, prompt });
      const approval = hash === null ? null : verdicts.find({ language, prompt, hash });
      const approved = approval?.verdict === 'approved' ? approval : null;
      // What cannot be spoken yet cannot be approved either: publishing says what is the matter with it.
      const isUnapproved = hash !== null && approved === null && isHeard(after.line, text);
      return { ...text, isSoundOnly: !reworded.includes(text), isUnapproved, approval: approved };
    }),
    values,
    written: writings.length === 0 ? null : Math.max(...writings.map(({ at }) => at)),
    writers: [...new Map(writings.map(({ by }) => [`${by.accountId} ${by.accountName}`, by])).values()],
  };
}

const isHeard = (
  line: EditionContent['line'],
  { language, prompt }: Pick<ChangedText, 'language' | 'prompt'>,
): boolean => line.languages.some(({ tag }) => tag === language) && requiredPromptsIn(line, language).includes(prompt);

/** Texts with the same words that sound otherwise, because of a value that they say, or of their key. */
async function soundsOtherwise(
  approvals: SheetParts['approvals'],
  before: Compared['before'],
  after: Compared['after'],
  reworded: readonly ChangedText[],
): Promise<ChangedText[]> {
  if (before === null) return [];
  const known = new Set(reworded.map(({ language, prompt }) => `${language} ${prompt}`));
  const hashes = await approvals.hashesOf(before);
  return after.line.languages.flatMap(({ tag: language }) =>
    requiredPromptsIn(after.line, language).flatMap((prompt): ChangedText[] => {
      const hash = after.hashes.find({ language, prompt });
      if (known.has(`${language} ${prompt}`) || hash === null || hash === hashes.find({ language, prompt })) return [];
      const words = after.words[language]?.prompts[prompt] ?? [];
      return [{ language, prompt, before: words, after: words }];
    }),
  );
}

/** More revisions of the line than there are between two publications. */
const most = 200;

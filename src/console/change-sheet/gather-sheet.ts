import { contentKey } from '../../common/content-key.ts';
import { historyLimit } from '../../office/drafts/draft-desk.ts';
import { textRefKey } from '../../office/drafts/draft-text.ts';
import type { Approval } from '../../office/editions/approval/approval-records.ts';
import type { TextHashes } from '../../office/editions/approval/text-hashes.ts';
import { type ChangedText, type ChangedValue, compareContents } from '../../office/editions/compare-contents.ts';
import type { EditionContent } from '../../office/editions/edition-content.ts';
import type { EditionRecord, Publication } from '../../office/editions/edition-records.ts';
import type { AuditedPerson } from '../../office/staff/audit-entry.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import type { ConsoleParts } from '../console-parts.ts';

export type SheetParts = Pick<ConsoleParts, 'drafts' | 'approvals' | 'editions' | 'engine'>;

/** What is compared on a change sheet. */
interface Compared {
  /** What callers heard before; null if they heard nothing, or if the earlier publication was not found. */
  readonly before: (EditionContent & { readonly hash: string }) | null;
  /** When `before` went live, in milliseconds since the epoch; 0 if `before` is null. */
  readonly since: number;
  readonly after: EditionContent & { readonly hashes: TextHashes };
  /** The first publication of `after`; null for a draft, or if the publication was not found. */
  readonly publication: Publication | null;
  /** The stored edition; null for a draft. */
  readonly record: EditionRecord | null;
}

/** A text whose words changed, or whose words are the same but sound different. */
interface SheetText extends ChangedText {
  readonly isSoundOnly: boolean;
  /** Whether callers would hear this text although it is not approved. */
  readonly isUnapproved: boolean;
  /** The approval of this text; null if it is not approved. */
  readonly approval: Approval | null;
}

/** The changes of a draft or an edition, and the people who wrote and approved them. */
export interface ChangeSheet extends Pick<Compared, 'before' | 'after' | 'publication' | 'record'> {
  readonly texts: readonly SheetText[];
  readonly values: readonly ChangedValue[];
  /** When the last change was written, in milliseconds since the epoch; null if no written change was found. */
  readonly written: number | null;
  readonly writers: readonly AuditedPerson[];
}

/** Collects the changes. Finds their writers in the history of the changed texts and in the history of the line. */
export async function gatherSheet({ drafts, approvals }: SheetParts, compared: Compared): Promise<ChangeSheet> {
  const { before, since, after, publication, record } = compared;
  const { texts: reworded, values } = compareContents(before, after);
  const texts = [...reworded, ...(await soundDifferently(approvals, before, after, reworded))];
  const { verdicts } = await approvals.read();
  const until = publication?.at ?? Number.POSITIVE_INFINITY;
  const writings: { readonly by: AuditedPerson; readonly at: number }[] = [];
  // A revision that equals what was live changed nothing, so its writer is left out. An example is the first draft,
  // which comes from files.
  const nothing = fingerprint([]);
  const oldWords = new Map(
    reworded.map((text) => [textRefKey(text), text.before.length === 0 ? nothing : fingerprint(text.before)]),
  );
  for (const text of reworded.length > 0 ? await drafts.writtenBetween(since, until) : []) {
    const old = oldWords.get(textRefKey(text));
    if (old !== undefined && text.act !== 'reviewed' && fingerprint(text.sentences) !== old) writings.push(text);
  }
  if (values.length > 0) {
    const history = await drafts.lineHistory(historyLimit);
    const kept = before && contentKey(before.line);
    writings.push(...history.filter(({ file, at }) => at > since && at <= until && contentKey(file) !== kept));
  }
  const areReworded = new Set(reworded);
  const heard = new Map(after.line.languages.map(({ tag }) => [tag, new Set(requiredPromptsIn(after.line, tag))]));
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
      // A text without a hash cannot be spoken yet, so it cannot be approved either. The publish page says why.
      const isHeard = heard.get(language)?.has(prompt) === true;
      const isUnapproved = hash !== null && approved === null && isHeard;
      return { ...text, isSoundOnly: !areReworded.has(text), isUnapproved, approval: approved };
    }),
    values,
    written: writings.length === 0 ? null : Math.max(...writings.map(({ at }) => at)),
    writers: [...new Map(writings.map(({ by }) => [`${by.accountId} ${by.accountName}`, by])).values()],
  };
}

/** Texts with the same words but another sound, because the voice has changed, or a value or a key in the text. */
async function soundDifferently(
  approvals: SheetParts['approvals'],
  before: Compared['before'],
  after: Compared['after'],
  reworded: readonly ChangedText[],
): Promise<ChangedText[]> {
  if (before === null) return [];
  const known = new Set(reworded.map(textRefKey));
  const hashes = await approvals.hashesOf(before);
  return after.line.languages.flatMap(({ tag: language }) =>
    requiredPromptsIn(after.line, language).flatMap((prompt): ChangedText[] => {
      const hash = after.hashes.find({ language, prompt });
      if (known.has(textRefKey({ language, prompt })) || hash === null || hash === hashes.find({ language, prompt }))
        return [];
      const words = after.words[language]?.prompts[prompt] ?? [];
      return [{ language, prompt, before: words, after: words }];
    }),
  );
}

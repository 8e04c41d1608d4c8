import type { TextRef } from '../../../call/step.ts';
import { fingerprint } from '../../../words/fingerprint.ts';
import type { LineFile } from '../../../words/line-file.ts';
import type { DraftLine, DraftText } from '../../drafts/draft-text.ts';
import type { Approval } from './approval-records.ts';
import type { TextVoice } from './spoken-text.ts';
import { namesIn, spokenValues } from './spoken-values.ts';

/** What determines the authors of a text. */
interface TextHistory {
  readonly ref: TextRef;
  /** The revision to approve. */
  readonly text: DraftText;
  /** All revisions, in any order. */
  readonly history: readonly DraftText[];
  /** Revisions of the line, the newest first; those before the last approval may be missing. */
  readonly lines: readonly DraftLine[];
  /** Approvals of the text, the latest first. */
  readonly approvals: readonly Pick<Approval, 'revision' | 'lineRevision'>[];
  readonly engine: Pick<TextVoice, 'id'>;
}

/**
 * The accounts that contributed to a text since it was last approved. An account contributed if it saved a revision of
 * the text, or changed its voice or the values of its placeholders. Recording a native reader's review does not count.
 * If the same words were never approved before, everyone who ever saved them counts too. None of these accounts may
 * approve the text. The prompts folder and the command line have no account, so words from there have no author.
 */
export function authorsOf(subject: TextHistory): ReadonlySet<string> {
  const { text, history, approvals } = subject;
  const before = approvals.find(({ revision }) => revision <= text.revision);
  const since = before?.revision ?? 0;
  const isSame = ({ sentences }: DraftText) => fingerprint(sentences) === fingerprint(text.sentences);
  const approved = new Set(approvals.map(({ revision }) => revision));
  // The words may be restored from an earlier revision. If they were approved before, their earlier authors do not
  // count.
  const wereApproved = history.some((each) => approved.has(each.revision) && isSame(each));
  const writers = history
    .filter(({ act }) => act !== 'reviewed')
    .filter((each) => (each.revision > since && each.revision <= text.revision) || (!wereApproved && isSame(each)));
  const people = [...writers, ...lineChanges(subject, before?.lineRevision ?? 0)].map(({ by }) => by.accountId);
  return new Set(people.filter((accountId) => accountId !== null));
}

/** Revisions of the line after `since` that changed how this text sounds. */
function lineChanges({ ref, text, lines, engine }: TextHistory, since: number): DraftLine[] {
  const names = namesIn(text.sentences);
  const values = lines.map(({ file }) => spokenValues(file, engine, ref, names));
  return lines.filter(({ revision }, index) => {
    const earlier = values[index + 1];
    return revision > since && earlier !== undefined && earlier !== values[index];
  });
}

/** A text of an edition: its words and the line with which it is spoken. */
interface LiveText {
  readonly ref: TextRef;
  readonly sentences: readonly string[];
  readonly line: LineFile;
}

/**
 * The newest revision of the line with which a text sounds as it does in an edition. People who change the values of
 * its placeholders in later revisions count as authors of the changed text.
 * @param lines the newest first
 * @returns 0 if there is no such revision
 */
export function lineRevisionOf(
  { ref, sentences, line }: LiveText,
  lines: readonly DraftLine[],
  engine: Pick<TextVoice, 'id'>,
): number {
  const names = namesIn(sentences);
  const values = spokenValues(line, engine, ref, names);
  return lines.find(({ file }) => spokenValues(file, engine, ref, names) === values)?.revision ?? 0;
}

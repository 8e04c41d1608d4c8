import { fingerprint } from '../../../words/fingerprint.ts';
import type { DraftLine, DraftText } from '../../drafts/draft-text.ts';
import type { TextPlace } from '../speak-text.ts';
import type { Approval } from './approval.ts';
import type { TextVoice } from './spoken-text.ts';
import { namesIn, spokenValues } from './spoken-values.ts';

/** What tells whose work a text is. */
export interface Written {
  readonly place: TextPlace;
  /** The revision that is to be approved. */
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
 * The accounts whose work has come into a text since it was last approved: whoever wrote its words, whoever wrote the same
 * words before somebody brought them back, and whoever changed what is put into its places. None of them may approve it.
 * The prompts folder and the command line have no account: what they bring in is nobody's.
 */
export function whoWrote(written: Written): ReadonlySet<string> {
  const { text, history, approvals } = written;
  const before = approvals.find(({ revision }) => revision <= text.revision);
  const since = before?.revision ?? 0;
  const isSame = ({ sentences }: DraftText) => fingerprint(sentences) === fingerprint(text.sentences);
  const approved = new Set(approvals.map(({ revision }) => revision));
  // Words that were approved once belong to whoever approved them, too; words that never were still belong to their author.
  const wereApproved = history.some((each) => approved.has(each.revision) && isSame(each));
  const writers = history
    .filter(({ act }) => act !== 'reviewed')
    .filter((each) => (each.revision > since && each.revision <= text.revision) || (!wereApproved && isSame(each)));
  const people = [...writers, ...lineWriters(written, before?.lineRevision ?? 0)].map(({ by }) => by.accountId);
  return new Set(people.filter((accountId) => accountId !== null));
}

/** Revisions of the line that changed what this text speaks. */
function lineWriters({ place, text, lines, engine }: Written, since: number): DraftLine[] {
  const names = namesIn(text.sentences);
  const values = lines.map(({ file }) => spokenValues(file, engine, place, names));
  return lines.filter(({ revision }, index) => {
    const earlier = values[index + 1];
    return revision > since && earlier !== undefined && earlier !== values[index];
  });
}

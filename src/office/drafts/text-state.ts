import { fingerprint } from '../../words/fingerprint.ts';
import type { DraftText } from './draft-text.ts';

/**
 * Where a text stands on its way to callers: no words; words that are not finished; words that somebody who listened sent
 * back; words of a source that has changed since; words that wait for somebody else to approve them; words that were
 * approved; words that callers hear now.
 */
export const textStates = ['missing', 'draft', 'sent-back', 'stale', 'to-approve', 'approved', 'published'] as const;
export type TextState = (typeof textStates)[number];

/** What was decided about the very words and sounds of a text; null when nothing was. */
export type Verdict = 'approved' | 'sent-back';

/** What becomes of a text outside the draft. */
export interface TextMark {
  /** Whether callers hear these very words and sounds now. */
  readonly isLive: boolean;
  readonly verdict: Verdict | null;
}

/** What a text's state depends on besides itself. */
export interface Beside extends TextMark {
  /** The source text as it is now; null for the source text itself. */
  readonly source: readonly string[] | null;
}

/** A text of which nothing is known but the draft. */
export const unmarked: TextMark = { isLive: false, verdict: null };

/**
 * Computed, never ticked by hand. A text that is both unfinished and stale is stale: that is what must be looked at. Words
 * that were sent back stay so, whatever their author ticks, until they change or somebody approves them after all.
 */
export function textState(text: DraftText | null, { source, isLive, verdict }: Beside): TextState {
  if (!text || text.sentences.length === 0) return 'missing';
  if (source !== null && text.sourceFingerprint !== fingerprint(source)) return 'stale';
  if (verdict === 'sent-back') return 'sent-back';
  if (!text.isReady) return 'draft';
  if (isLive) return 'published';
  return verdict === 'approved' ? 'approved' : 'to-approve';
}

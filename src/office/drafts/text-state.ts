import { fingerprint } from '../../words/fingerprint.ts';
import type { DraftText } from './draft-text.ts';

/**
 * The states of a text, from the first words to what callers hear. `missing`: the text has no words. `draft`: its
 * author has not finished it. `sent-back`: someone who listened to it sent it back. `stale`: its source text has
 * changed since it was translated. `to-approve`: it waits for approval by someone other than its author. `approved`: it
 * was approved, but callers do not hear it yet. `published`: callers hear it now.
 */
export const textStates = ['missing', 'draft', 'sent-back', 'stale', 'to-approve', 'approved', 'published'] as const;
export type TextState = (typeof textStates)[number];

/** The decision about the exact words and sounds of a text. */
export type Verdict = 'approved' | 'sent-back';

/** What is known about a text outside the draft. */
export interface TextMark {
  /** Whether callers hear exactly these words and sounds now. */
  readonly isLive: boolean;
  /** Null if there was no decision. */
  readonly verdict: Verdict | null;
}

/** Everything that the state of a text depends on, besides the text itself. */
interface Beside extends TextMark {
  /** The source text as it is now; null for the source text itself. */
  readonly source: readonly string[] | null;
}

/** The mark of a text about which nothing is known outside the draft. */
export const unmarked: TextMark = { isLive: false, verdict: null };

const fingerprints = new WeakMap<readonly string[], string>();

/** Caches fingerprints, because the ledger compares a source text with its translation in every language. */
function fingerprintOf(source: readonly string[]): string {
  const known = fingerprints.get(source) ?? fingerprint(source);
  fingerprints.set(source, known);
  return known;
}

/**
 * Computes the state of a text. States are never set by hand. A stale text counts as stale even if it is also
 * unfinished or was sent back, because the changed source text needs attention first. Otherwise, words that were sent
 * back remain sent back until they change or are approved, even if their author marks them as ready.
 */
export function textState(text: DraftText | null, { source, isLive, verdict }: Beside): TextState {
  if (!text || text.sentences.length === 0) return 'missing';
  if (source !== null && text.sourceFingerprint !== fingerprintOf(source)) return 'stale';
  if (verdict === 'sent-back') return 'sent-back';
  if (!text.isReady) return 'draft';
  if (isLive) return 'published';
  return verdict === 'approved' ? 'approved' : 'to-approve';
}

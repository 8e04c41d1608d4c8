import { fingerprint } from '../prompts/fingerprint.ts';
import type { DraftText } from './draft-text.ts';

/**
 * Where a text stands on its way to callers: no words; words that are not finished; words of a source that has changed
 * since; words that may be published; words that callers hear now.
 */
export const textStates = ['missing', 'draft', 'stale', 'ready', 'published'] as const;
export type TextState = (typeof textStates)[number];

/** What a text's state depends on besides itself. */
export interface Beside {
  /** The source text as it is now; null for the source text itself. */
  readonly source: readonly string[] | null;
  /** What callers hear now; null when they hear nothing of it. */
  readonly live: readonly string[] | null;
}

/** Computed, never ticked by hand. A text that is both unfinished and stale is stale: that is what must be looked at. */
export function textState(text: DraftText | null, { source, live }: Beside): TextState {
  if (!text || text.sentences.length === 0) return 'missing';
  if (source !== null && text.sourceFingerprint !== fingerprint(source)) return 'stale';
  if (!text.isReady) return 'draft';
  return live !== null && fingerprint(live) === fingerprint(text.sentences) ? 'published' : 'ready';
}

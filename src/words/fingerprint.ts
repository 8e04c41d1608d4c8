import { createHash } from 'node:crypto';
import { normalise } from '../common/normalise.ts';

/** Enough digits that no two texts of one office share a fingerprint. */
const digits = 16;

/** The fingerprints of lists that are in memory: every page asks for those of all texts, and lists never change. */
const known = new WeakMap<readonly string[], string>();

/**
 * Identifies a text. A translation keeps the fingerprint of the source text it was made from; when the source has a
 * different one now, the translation is stale.
 * @returns sixteen hexadecimal digits
 */
export function fingerprint(sentences: readonly string[]): string {
  const before = known.get(sentences);
  if (before !== undefined) return before;
  const text = JSON.stringify(sentences.map((sentence) => normalise(sentence, 'NFC')));
  const made = createHash('sha256').update(text).digest('hex').slice(0, digits);
  known.set(sentences, made);
  return made;
}

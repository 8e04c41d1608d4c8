import { createHash } from 'node:crypto';
import { normalise } from '../common/normalise.ts';

/** Number of digits of a fingerprint. With so many, two texts of one office practically never share a fingerprint. */
const digits = 16;

/**
 * A cache of fingerprints, by list of sentences. Every page needs the fingerprints of all texts. The cache is possible
 * because these lists are never modified.
 */
const known = new WeakMap<readonly string[], string>();

/**
 * Identifies a text. Each translation is stored with the fingerprint of the source text from which it was made. If the
 * source text has another fingerprint now, the translation is stale.
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

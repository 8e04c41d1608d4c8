import { createHash } from 'node:crypto';
import { normalise } from '../common/normalise.ts';

/** Enough digits that no two texts of one office share a fingerprint. */
const digits = 16;

/**
 * Identifies a text. A translation keeps the fingerprint of the source text it was made from; when the source has a
 * different one now, the translation is stale.
 * @returns sixteen hexadecimal digits
 */
export function fingerprint(sentences: readonly string[]): string {
  const text = JSON.stringify(sentences.map((sentence) => normalise(sentence, 'NFC')));
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}

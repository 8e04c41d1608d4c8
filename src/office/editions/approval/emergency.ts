import type { Publication } from '../edition-records.ts';
import type { HashedText } from './approval-records.ts';
import type { TextHashes } from './text-hashes.ts';
import type { Verdicts } from './verdicts.ts';

/** An emergency publication some of whose texts callers still hear without approval. */
export interface OpenEmergency {
  readonly publication: Publication;
  readonly reason: string;
  /** Its texts that are live unchanged and still unapproved. */
  readonly texts: readonly HashedText[];
}

/**
 * The emergencies that are not over. One ends when all of its texts are approved or no longer live, regardless of what was
 * published in between, and opens again if its edition is brought back by a rollback.
 * @param publications those made in an emergency
 */
export function openEmergencies(
  publications: readonly Publication[],
  live: TextHashes,
  verdicts: Verdicts,
): OpenEmergency[] {
  return publications.flatMap((publication): OpenEmergency[] => {
    if (!publication.emergency) return [];
    const { reason } = publication.emergency;
    const texts = publication.emergency.texts.filter(
      (text) => live.find(text) === text.hash && verdicts.of(text, text.hash) !== 'approved',
    );
    return texts.length === 0 ? [] : [{ publication, reason, texts }];
  });
}

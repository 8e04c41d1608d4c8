import type { Publication } from '../edition-records.ts';
import type { HashedText } from './approval-records.ts';
import type { TextHashes } from './text-hashes.ts';
import type { Verdicts } from './verdicts.ts';

/** An emergency publication of which callers still hear some texts without approval. */
export interface OpenEmergency {
  readonly publication: Publication;
  readonly reason: string;
  /** The texts that went live in the emergency and are still live, unchanged and unapproved. */
  readonly texts: readonly HashedText[];
}

/**
 * The emergencies that are not over. An emergency ends when all of its texts are approved or no longer live. Other
 * publications in the meantime do not end it. It opens again if a rollback brings back one of its texts unapproved.
 * @param publications the publications made in an emergency
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

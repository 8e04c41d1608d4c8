import type { Publication } from '../edition-record.ts';
import type { HashedText } from './approval.ts';
import type { TextHashes } from './text-hashes.ts';
import type { Verdicts } from './verdicts.ts';

/** What went live in an emergency, and of which callers hear something that nobody has approved yet. */
export interface OpenEmergency {
  readonly publication: Publication;
  readonly reason: string;
  /** Those of its texts that callers still hear as they were, and nobody has approved. */
  readonly texts: readonly HashedText[];
}

/**
 * The emergencies that are not over: it ends by itself when each of its texts was approved or is heard no more, whatever was
 * published in between, and begins anew when somebody goes back to it.
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

import type { SpeakingNarrator } from '../../speech/narration.ts';
import type { OfficeEdition } from './edition.ts';
import type { EditionRecord } from './edition-records.ts';
import { everyNarration } from './every-narration.ts';
import { sentencesIn, toManifest } from './manifest.ts';
import { persistSounds } from './persist-sounds.ts';
import { type Progress, prepareNarrations } from './prepare-audio.ts';

/** Where the sounds of an edition are made and stored. */
interface StoreSoundsParts extends Readonly<Parameters<typeof persistSounds>[1]> {
  readonly narrator: SpeakingNarrator;
}

/**
 * Makes every missing sound of an edition, and stores the sounds of its sentences in the database. Nothing changes for
 * callers.
 * @param report called while sentences are synthesized
 * @returns the manifest, or the errors of sounds that could not be made. If the signal was aborted, the list of errors
 * may be empty. Sounds made so far are kept
 * @throws StorageError when the database cannot store the sounds
 */
export async function storeSounds(
  edition: OfficeEdition,
  { narrator, ...storage }: StoreSoundsParts,
  report: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<{ readonly manifest: EditionRecord['manifest'] } | { readonly failures: readonly unknown[] }> {
  const narrations = await everyNarration(edition);
  const failures = await prepareNarrations(narrations, narrator, report, signal);
  if (failures.length > 0 || signal?.aborted) return { failures };
  const kept = await persistSounds(sentencesIn(narrations), storage);
  return 'failures' in kept ? kept : { manifest: toManifest(narrations, kept.entries) };
}

import type { AudioStore } from '../../sound/audio-store.ts';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import type { SentenceStudio } from '../../speech/sentence-studio.ts';
import { byProgram } from '../staff/programs.ts';
import type { OfficeShelf } from './edition.ts';
import type { EditionRecords } from './edition-records.ts';
import { everyNarration } from './every-narration.ts';
import { goLive } from './go-live.ts';
import { sentencesIn, toManifest } from './manifest.ts';
import { persistSounds } from './persist-sounds.ts';
import { prepareNarrations } from './prepare-audio.ts';
import { prepareForCalls } from './shelf-for-calls.ts';
import { type MemoStore, type NextEdition, rememberFiles } from './start-editions.ts';

interface FilesGoingLive {
  readonly next: NextEdition;
  readonly records: EditionRecords;
  readonly memos: MemoStore;
  readonly shelf: OfficeShelf;
  readonly narrator: SpeakingNarrator;
  readonly studio: SentenceStudio;
  readonly cache: AudioStore;
  readonly clock: () => number;
}

/** Something was published or rolled back while the files were being spoken, so the files are no longer the newest. */
class OvertakenFilesError extends Error {
  override readonly name = 'OvertakenFilesError';
}

/**
 * Publishes the files of the prompts folder: synthesizes what is missing, stores the edition with its sounds, and makes it live
 * unless callers hear it already.
 * @returns the errors of what could not be spoken; if there are any, nothing has changed and it can be retried
 * @throws OvertakenFilesError when something else went live after the decision to publish the files
 * @throws StorageError when the database cannot store it
 */
export async function bringFilesLive(
  { next, records, memos, shelf, narrator, studio, cache, clock }: FilesGoingLive,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  const { edition, content, basedOn, files } = next;
  const narrations = await everyNarration(edition);
  const failures = await prepareNarrations(narrations, narrator, () => {}, signal);
  if (failures.length > 0 || signal.aborted) return failures;
  const kept = await persistSounds(sentencesIn(narrations), { cache, studio, sounds: records.sounds });
  if ('failures' in kept) return kept.failures;
  const record = {
    ...content,
    hash: edition.hash,
    manifest: toManifest(narrations, kept.entries),
    by: byProgram('promptsFolder'),
    at: clock(),
    comment: '',
    documentNumber: null,
  };
  await prepareForCalls(edition);
  if (!(await goLive(records, { record, basedOn, emergency: null, about: {} }))) {
    // Another process that started at the same time may have published the same files already.
    const [live] = await records.publications(1);
    if (live?.edition !== edition.hash)
      throw new OvertakenFilesError('Something else was published meanwhile; it stays.');
  }
  if (shelf.current.hash !== edition.hash) shelf.publish(edition);
  await rememberFiles(memos, { files, engine: content.engine }, edition.hash);
  return [];
}

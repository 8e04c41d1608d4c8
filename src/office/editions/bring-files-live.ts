import type { AudioStore } from '../../sound/audio-store.ts';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import type { SentenceStudio } from '../../speech/sentence-studio.ts';
import { byProgram } from '../staff/programs.ts';
import type { OfficeShelf } from './edition.ts';
import type { EditionRecords, MemoStore } from './edition-records.ts';
import { goLive } from './go-live.ts';
import { type NextEdition, rememberFiles } from './start-editions.ts';
import { storeSounds } from './store-sounds.ts';

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

/** Another edition went live while the sounds of the files were being synthesized, so the files are not published. */
class OvertakenFilesError extends Error {
  override readonly name = 'OvertakenFilesError';
}

/**
 * Publishes the files of the prompts folder: synthesizes missing sounds, stores the edition with its sounds, and makes
 * it live.
 * @returns the errors of sounds that could not be made. If there are any, or if the signal was aborted before all
 * sounds were made, nothing has been published, and a later call can try again
 * @throws OvertakenFilesError when another edition went live after the decision to publish the files
 * @throws StorageError when the database cannot store the edition or its sounds
 */
export async function bringFilesLive(
  { next, records, memos, shelf, narrator, studio, cache, clock }: FilesGoingLive,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  const { edition, content, basedOn, files } = next;
  const stored = await storeSounds(edition, { narrator, cache, studio, sounds: records.sounds }, () => {}, signal);
  if ('failures' in stored) return stored.failures;
  const record = {
    ...content,
    hash: edition.hash,
    manifest: stored.manifest,
    by: byProgram('promptsFolder'),
    at: clock(),
    comment: '',
    documentNumber: null,
  };
  if (!(await goLive(records, { record, basedOn, emergency: null, about: {} }))) {
    // Another process that started at the same time may have published the same files already.
    const [live] = await records.publications(1);
    if (live?.edition !== edition.hash)
      throw new OvertakenFilesError('Another edition was published in the meantime and stays live.');
  }
  if (shelf.current.hash !== edition.hash) shelf.publish(edition);
  await rememberFiles(memos, { files, engine: content.engine }, edition.hash);
  return [];
}

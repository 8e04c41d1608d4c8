import type { AudioStore } from '../../sound/audio-store.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import { byProgram } from '../staff/programs.ts';
import type { EditionRecords } from './edition-records.ts';
import { everyNarration } from './every-narration.ts';
import { goLive } from './go-live.ts';
import { keepSounds } from './keep-sounds.ts';
import { sentencesIn, toManifest } from './manifest.ts';
import type { OfficeShelf } from './office-shelf.ts';
import { type Failure, prepareNarrations } from './prepare-audio.ts';
import { prepareForCalls } from './shelf-for-calls.ts';
import { type MemoStore, type NextEdition, rememberFiles } from './start-editions.ts';

export interface FilesGoingLive {
  readonly next: NextEdition;
  readonly records: EditionRecords;
  readonly memos: MemoStore;
  readonly shelf: OfficeShelf;
  readonly engine: SpeechEngine;
  readonly narrator: SpeakingNarrator;
  readonly cache: AudioStore;
  readonly clock: () => number;
}

/** Somebody published, or went back, while the files were being spoken: that is later than the files are. */
export class OvertakenFilesError extends Error {
  override readonly name = 'OvertakenFilesError';
}

/**
 * Publishes the files of the prompts folder: speaks what is not spoken yet, keeps the edition with its sounds, and switches
 * when it is not what callers hear already.
 * @returns what could not be spoken: nothing has changed then, and it can be tried again
 * @throws OvertakenFilesError when something else went live since it was decided to publish them
 * @throws StorageError when the database cannot take it
 */
export async function bringFilesLive(
  { next, records, memos, shelf, engine, narrator, cache, clock }: FilesGoingLive,
  signal: AbortSignal,
): Promise<readonly Failure[]> {
  const { edition, content, basedOn, files } = next;
  const narrations = await everyNarration(edition);
  const failures = await prepareNarrations(narrations, narrator, () => {}, signal);
  if (failures.length > 0 || signal.aborted) return failures;
  const kept = await keepSounds(sentencesIn(narrations), { cache, engine, sounds: records.sounds });
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
    // Another process that starts at the same time publishes the same files: once is enough.
    const [live] = await records.publications(1);
    if (live?.edition !== edition.hash)
      throw new OvertakenFilesError('Something else was published meanwhile; it stays.');
  }
  if (shelf.current.hash !== edition.hash) shelf.publish(edition);
  await rememberFiles(memos, { files, engine: content.engine }, edition.hash);
  return [];
}

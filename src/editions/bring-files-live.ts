import type { NamedText } from '../prompts/read-yaml.ts';
import type { AudioStore } from '../speech/audio-store.ts';
import type { Narrator } from '../speech/narrator.ts';
import type { EditionRecords } from './edition-records.ts';
import type { EditionShelf } from './edition-shelf.ts';
import { everyNarration } from './every-narration.ts';
import { goLive } from './go-live.ts';
import { keepSounds } from './keep-sounds.ts';
import { sentencesIn, toManifest } from './manifest.ts';
import { type Failure, prepareNarrations } from './prepare-audio.ts';
import { type MemoStore, rememberFiles, type Started } from './start-editions.ts';

/** Who publishes what stands in the prompts folder. */
const byFiles = { accountId: null, accountName: 'prompts folder' } as const;

export interface FilesGoingLive {
  readonly next: NonNullable<Started['next']>;
  readonly files: readonly NamedText[];
  readonly records: EditionRecords;
  readonly memos: MemoStore;
  readonly shelf: EditionShelf;
  readonly narrator: Narrator;
  readonly cache: AudioStore;
  readonly clock: () => number;
}

/**
 * Publishes the files of the prompts folder: speaks what is not spoken yet, keeps the edition with its sounds, and switches
 * when it is not what callers hear already.
 * @returns what could not be spoken: nothing has changed then, and it can be tried again
 */
export async function bringFilesLive(
  { next, files, records, memos, shelf, narrator, cache, clock }: FilesGoingLive,
  signal: AbortSignal,
): Promise<readonly Failure[]> {
  const { edition, content } = next;
  const narrations = await everyNarration(edition);
  const failures = await prepareNarrations(narrations, narrator, () => {}, signal);
  if (failures.length > 0 || signal.aborted) return failures;
  const sounds = await keepSounds(sentencesIn(narrations), cache, records.sounds);
  const [live] = await records.publications(1);
  const record = {
    ...content,
    hash: edition.hash,
    manifest: toManifest(narrations, sounds),
    by: byFiles,
    at: clock(),
    comment: '',
    documentNumber: null,
  };
  // Another process that starts at the same time publishes the same files: once is enough.
  if (live?.edition !== edition.hash) await goLive(records, { record, basedOn: live?.number ?? 0, about: {} });
  if (shelf.current.hash !== edition.hash) shelf.publish(edition);
  await rememberFiles(memos, { files, engine: content.engine }, edition);
  return [];
}

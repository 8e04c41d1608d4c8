import type { DisasterNotice } from '../../call/disaster.ts';
import type { AudioStore } from '../../sound/audio-store.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import type { ApprovedLanguages } from '../disaster/approved-languages.ts';
import type { DraftDesk } from '../drafts/draft-desk.ts';
import { createTextHashes, type HashTexts } from '../editions/approval/text-hashes.ts';
import { createDraftedEdition, type Drafted } from './drafted-edition.ts';
import { createSoundOf, type SoundOf } from './narration-sound.ts';
import { createRehearsalDesk, type RehearsalDesk } from './rehearsal-desk.ts';
import type { RehearsalRecords } from './rehearsal-records.ts';

/** Everything that is needed for rehearsing. The room stores no state of calls that are in progress. */
export interface RehearsalRoom {
  readonly desk: RehearsalDesk;
  readonly records: Pick<RehearsalRecords, 'problems' | 'calls'>;
  /** The draft as an edition that can be called. */
  readonly drafted: () => Promise<Drafted>;
  readonly soundOf: SoundOf;
  readonly hashTexts: HashTexts;
  /** The notice that is on, otherwise the notice of the current drill; null for none. */
  readonly noticeNow: () => DisasterNotice | null;
  readonly approved: ApprovedLanguages;
}

interface RehearsalRoomParts {
  readonly records: RehearsalRecords;
  readonly drafts: DraftDesk;
  readonly engine: SpeechEngine;
  /** Contains the narrations. */
  readonly cache: Pick<AudioStore, 'read'>;
  readonly noticeNow: () => DisasterNotice | null;
  readonly approved: ApprovedLanguages;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export const createRehearsalRoom = (parts: RehearsalRoomParts): RehearsalRoom => ({
  desk: createRehearsalDesk(parts.records, parts.clock),
  records: parts.records,
  drafted: createDraftedEdition(parts.drafts, parts.engine),
  soundOf: createSoundOf(parts.cache),
  hashTexts: createTextHashes(),
  noticeNow: parts.noticeNow,
  approved: parts.approved,
});

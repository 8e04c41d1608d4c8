import { randomBytes } from 'node:crypto';
import type { AudioStore } from '../sound/audio-store.ts';
import type { SpeechEngine } from '../speech/engine.ts';
import type { SpeakingNarrator } from '../speech/narration.ts';
import type { ApprovalDesk } from './editions/approval/approval-desk.ts';
import { createSoundIntake, type SoundIntake } from './editions/intake/sound-intake.ts';
import { createReadingDesk, type ReadingDesk } from './editions/reading/reading-desk.ts';
import { createTextSounds, type TextSounds } from './editions/text-sounds.ts';
import type { Office } from './open-office.ts';

/** What people hear and read outside the console. */
export interface OpenReadings {
  /** Native readers without accounts. Null without an office. */
  readonly readings: ReadingDesk | null;
  /** Sounds as files. */
  readonly sounds: TextSounds;
  /** Takes such files in. Null without an office. */
  readonly intake: SoundIntake | null;
}

interface ReadingParts {
  readonly engine: SpeechEngine;
  readonly narrator: SpeakingNarrator;
  readonly cache: AudioStore;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export const openReadings = (
  office: Office | null,
  approvals: ApprovalDesk | null,
  { engine, narrator, cache, clock }: ReadingParts,
): OpenReadings => ({
  readings:
    office &&
    approvals &&
    createReadingDesk({
      records: office.readings,
      drafts: office.drafts,
      approvals,
      engine,
      narrator,
      clock,
      random: randomBytes,
    }),
  sounds: createTextSounds({ engine, narrator, cache }),
  intake:
    office &&
    createSoundIntake({
      kept: office.editions.sounds,
      audit: office.editions.audit,
      ...{ engine, narrator, cache, clock },
    }),
});

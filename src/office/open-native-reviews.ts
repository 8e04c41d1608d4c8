import { randomBytes } from 'node:crypto';
import type { AudioStore } from '../sound/audio-store.ts';
import type { SpeechEngine } from '../speech/engine.ts';
import type { SpeakingNarrator } from '../speech/narration.ts';
import type { ApprovalDesk } from './editions/approval/approval-desk.ts';
import { createSoundIntake, type SoundIntake } from './editions/intake/sound-intake.ts';
import { createNativeReviewDesk, type NativeReviewDesk } from './editions/native-review/native-review-desk.ts';
import { createTextSounds, type TextSounds } from './editions/text-sounds.ts';
import type { Office } from './open-office.ts';

/** The parts that exchange data with people and machines outside the console: native reviews, and sounds as files. */
export interface OpenNativeReviews {
  /** The reviews by native readers, who have no accounts. Null if `office` or `approvals` is null. */
  readonly nativeReviews: NativeReviewDesk | null;
  /** Provides sounds as files. */
  readonly sounds: TextSounds;
  /** Takes in sounds from files. Null if `office` is null. */
  readonly intake: SoundIntake | null;
}

interface NativeReviewParts {
  readonly engine: SpeechEngine;
  readonly narrator: SpeakingNarrator;
  readonly cache: AudioStore;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export const openNativeReviews = (
  office: Office | null,
  approvals: ApprovalDesk | null,
  { engine, narrator, cache, clock }: NativeReviewParts,
): OpenNativeReviews => ({
  nativeReviews:
    office &&
    approvals &&
    createNativeReviewDesk({
      records: office.nativeReviews,
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

import type { SpeechEngine } from '../../../speech/engine.ts';
import type { SpeakingNarrator } from '../../../speech/narration.ts';
import type { DraftDesk } from '../../drafts/draft-desk.ts';
import type { RandomBytes } from '../../staff/secret-token.ts';
import type { ApprovalDesk } from '../approval/approval-desk.ts';
import type { NativeReviewRecords } from './native-review-records.ts';

/** The dependencies of the review desk. */
export interface NativeReviewTools {
  readonly records: NativeReviewRecords;
  readonly drafts: Pick<DraftDesk, 'read'>;
  readonly approvals: Pick<ApprovalDesk, 'read'>;
  readonly engine: SpeechEngine;
  readonly narrator: SpeakingNarrator;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly random: RandomBytes;
}

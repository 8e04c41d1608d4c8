import type { CallCounts } from '../edition/call-counts-file.ts';
import type { VisitLimits } from '../frame/limit-visitors.ts';
import type { CrawlJobs } from '../office/crawl/crawl-jobs.ts';
import type { ApprovedLanguages } from '../office/disaster/approved-languages.ts';
import type { DisasterDesk } from '../office/disaster/disaster-desk.ts';
import type { DisasterState } from '../office/disaster/disaster-state.ts';
import type { DrillDesk } from '../office/disaster/drill-desk.ts';
import type { DraftDesk } from '../office/drafts/draft-desk.ts';
import type { ApprovalDesk } from '../office/editions/approval/approval-desk.ts';
import type { OfficeShelf } from '../office/editions/edition.ts';
import type { EditionRecords, MemoStore } from '../office/editions/edition-records.ts';
import type { SoundIntake } from '../office/editions/intake/sound-intake.ts';
import type { NativeReviewDesk } from '../office/editions/native-review/native-review-desk.ts';
import type { Publisher } from '../office/editions/publisher.ts';
import type { RestoredBackup } from '../office/editions/restored-backup.ts';
import type { TextSounds } from '../office/editions/text-sounds.ts';
import type { LineStatus } from '../office/line-status/line-status.ts';
import type { Dictionary } from '../office/readings/dictionary.ts';
import type { RehearsalRoom } from '../office/rehearsal/rehearsal-room.ts';
import type { RandomBytes } from '../office/staff/secret-token.ts';
import type { StaffDesk } from '../office/staff/staff-desk.ts';
import type { SpeechEngine } from '../speech/engine.ts';
import type { SpeakingNarrator } from '../speech/narration.ts';

/** What the console uses of the disaster notice. */
interface ConsoleDisaster {
  readonly state: () => DisasterState;
  readonly desk: DisasterDesk;
  readonly approved: ApprovedLanguages;
  readonly drills: DrillDesk;
}

/** The console's dependencies. A page that needs another dependency adds it here. */
export interface ConsoleParts {
  readonly staff: StaffDesk;
  readonly drafts: DraftDesk;
  readonly editions: EditionRecords;
  readonly publisher: Publisher;
  readonly approvals: ApprovalDesk;
  readonly nativeReviews: NativeReviewDesk;
  readonly sounds: TextSounds;
  readonly intake: SoundIntake;
  /**
   * Whether callers hear a published edition other than the office's current one. If the database has no publications,
   * this means that it was lost or replaced.
   */
  readonly isLiveForgotten: () => Promise<boolean>;
  /** The backup from which the database was restored; null if there is none, or if something was published since. */
  readonly restoredBackup: () => RestoredBackup | null;
  /** When the last backup was made, in milliseconds since the epoch; null if none is known. */
  readonly lastBackup: () => Promise<number | null>;
  readonly disaster: ConsoleDisaster;
  readonly crawls: CrawlJobs;
  readonly memos: MemoStore;
  readonly rehearsal: RehearsalRoom;
  /** Readings for kanji. */
  readonly dictionary: Pick<Dictionary, 'words'>;
  readonly shelf: OfficeShelf;
  readonly narrator: SpeakingNarrator;
  readonly engine: SpeechEngine;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Cryptographically secure random bytes. */
  readonly random: RandomBytes;
  /** The origin at which staff reach the console, such as `https://line.example.jp`; null if it is not set. */
  readonly publicUrl: string | null;
  /** Whether the line offers the telephone in the browser. */
  readonly hasPhonePage: boolean;
  /** Checks and mends the line at Twilio, and keeps the results; null if no Twilio account is set. */
  readonly lineStatus: LineStatus | null;
  /** Reads the call counts that the line has written; null if there are none, or if they cannot be read. */
  readonly callCounts: () => Promise<CallCounts | null>;
  /** Whether the fallback is put into the Assets of the Twilio account. */
  readonly deploysFallback: boolean;
  /** Whether a Twilio account is set. Without one, the line cannot answer real calls. */
  readonly isTwilioSet: boolean;
  /** Whether cookies are restricted to https. */
  readonly isSecure: boolean;
  /** Requests per minute that one visitor may make; set only by tests. */
  readonly visitsPerMinute?: VisitLimits;
  /** Receives internal errors. Staff see only that something went wrong. */
  readonly report: (error: unknown) => void;
}

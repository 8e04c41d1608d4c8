import type { CrawlJobs } from '../office/crawl/crawl-jobs.ts';
import type { ApprovedLanguages } from '../office/disaster/approved-languages.ts';
import type { DisasterDesk } from '../office/disaster/disaster-desk.ts';
import type { DisasterState } from '../office/disaster/disaster-state.ts';
import type { DraftDesk } from '../office/drafts/draft-desk.ts';
import type { ApprovalDesk } from '../office/editions/approval/approval-desk.ts';
import type { EditionRecords } from '../office/editions/edition-records.ts';
import type { OfficeShelf } from '../office/editions/office-shelf.ts';
import type { Publisher } from '../office/editions/publisher.ts';
import type { MemoStore } from '../office/editions/start-editions.ts';
import type { RehearsalRoom } from '../office/rehearsal/rehearsal-room.ts';
import type { RandomBytes } from '../office/staff/secret-token.ts';
import type { StaffDesk } from '../office/staff/staff-desk.ts';
import type { SpeechEngine } from '../speech/engine.ts';
import type { SpeakingNarrator } from '../speech/narration.ts';
import type { VisitLimits } from './visits-per-minute.ts';

/** The disaster notice as the console sees it. */
export interface ConsoleDisaster {
  readonly state: () => DisasterState;
  readonly desk: DisasterDesk;
  readonly approved: ApprovedLanguages;
}

/** What the console is made of. A page that needs more adds it here. */
export interface ConsoleParts {
  readonly desk: StaffDesk;
  readonly drafts: DraftDesk;
  readonly editions: EditionRecords;
  readonly publisher: Publisher;
  readonly approvals: ApprovalDesk;
  readonly disaster: ConsoleDisaster;
  readonly crawls: CrawlJobs;
  readonly memos: MemoStore;
  readonly rehearsal: RehearsalRoom;
  readonly shelf: OfficeShelf;
  readonly narrator: SpeakingNarrator;
  readonly engine: SpeechEngine;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Bytes that nobody can guess. */
  readonly random: RandomBytes;
  /** The origin under which the office opens the console, such as `https://line.example.jp`; null when it is not set. */
  readonly publicUrl: string | null;
  /** Browsers are to keep cookies for https alone. */
  readonly isSecure: boolean;
  /** How often one visitor may ask; other limits only for tests. */
  readonly visitsPerMinute?: VisitLimits;
  /** Hears of errors that staff are only told to be on our side. */
  readonly report: (error: unknown) => void;
}

import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { SpeechEngine } from '../speech/engine.ts';
import type { SpeakingNarrator } from '../speech/narration.ts';
import type { SentenceStudio } from '../speech/sentence-studio.ts';
import type { CrawlJobs } from './crawl/crawl-jobs.ts';
import type { ApprovalDesk } from './editions/approval/approval-desk.ts';
import type { OfficeShelf } from './editions/office-shelf.ts';
import type { Failure } from './editions/prepare-audio.ts';
import type { Publisher } from './editions/publisher.ts';
import type { DisasterControl } from './open-disaster.ts';
import type { Office } from './open-office.ts';
import type { RehearsalRoom } from './rehearsal/rehearsal-room.ts';

/** Everything that the office is made of. */
export interface Context {
  readonly config: Config;
  readonly log: Logger;
  readonly shelf: OfficeShelf;
  readonly engine: SpeechEngine;
  readonly studio: SentenceStudio;
  readonly narrator: SpeakingNarrator;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Whether every narration has once been there since the start. */
  readonly readiness: { isReady: boolean };
  /** Null while the database cannot be had. */
  readonly office: Office | null;
  /** Null without an office. */
  readonly publisher: Publisher | null;
  /** Null without an office. */
  readonly approvals: ApprovalDesk | null;
  /**
   * Publishes the prompts folder where it is the draft and has changed; null when there is nothing to publish.
   * @returns what could not be spoken
   */
  readonly publishFiles: ((signal: AbortSignal) => Promise<readonly Failure[]>) | null;
  /** The disaster notice; works without an office, too. */
  readonly disaster: DisasterControl;
  /** Calls drafts on every way. Null without an office. */
  readonly crawls: CrawlJobs | null;
  /** Null without an office. */
  readonly rehearsal: RehearsalRoom | null;
  /** For commands on the same machine. */
  readonly control: {
    readonly secret: string;
    /** Leaves a note in DATA_DIR where they find this process. @throws when it cannot be written */
    announce(port: number): Promise<void>;
  };
  close(): Promise<void>;
}

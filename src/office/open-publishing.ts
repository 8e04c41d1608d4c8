import type { Logger } from 'pino';
import type { Stopwatch } from '../common/stopwatch.ts';
import type { Config } from '../config.ts';
import type { AudioStore } from '../sound/audio-store.ts';
import type { SpeechEngine } from '../speech/engine.ts';
import type { SpeakingNarrator } from '../speech/narration.ts';
import type { SentenceStudio } from '../speech/sentence-studio.ts';
import type { CrawlJobs } from './crawl/crawl-jobs.ts';
import type { ApprovalDesk } from './editions/approval/approval-desk.ts';
import { begunPublication } from './editions/begun-publication.ts';
import { bringFilesLive } from './editions/bring-files-live.ts';
import type { OfficeShelf } from './editions/edition.ts';
import { createGates } from './editions/gates/gates.ts';
import { everyRemark, openRemarks } from './editions/native-review/native-review-desk.ts';
import { openPublisher, type Publisher } from './editions/publisher.ts';
import { createScheduleKeeper, type ScheduleKeeper } from './editions/schedule/schedule-keeper.ts';
import type { NextEdition } from './editions/start-editions.ts';
import { createNoteFile } from './files/note-file.ts';
import type { Office } from './open-office.ts';
import { checkCalls } from './rehearsal/run-rehearsed-calls.ts';

/** The parts that make editions live. */
export interface OpenPublishing {
  /** Null if `office` or `approvals` is null. */
  readonly publisher: Publisher | null;
  /** Publishes what was scheduled. Null if `publisher` is null. */
  readonly scheduleKeeper: ScheduleKeeper | null;
  /**
   * Publishes the prompts folder if it is the draft and has changed. Null if there is nothing to publish, or if
   * `publisher` is null.
   * @returns the errors of the sounds that could not be made; if there are any, nothing has been published
   */
  readonly publishFiles: ((signal: AbortSignal) => Promise<readonly unknown[]>) | null;
}

interface PublishingParts {
  readonly config: Pick<Config, 'dataFolder' | 'isProduction'>;
  readonly office: Office | null;
  readonly approvals: ApprovalDesk | null;
  readonly crawls: CrawlJobs | null;
  /** The edition of the prompts folder, if it is to be published; null if it is not. */
  readonly next: NextEdition | null;
  readonly shelf: OfficeShelf;
  readonly engine: SpeechEngine;
  readonly studio: SentenceStudio;
  readonly narrator: SpeakingNarrator;
  readonly cache: AudioStore;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly stopwatch: Stopwatch;
  readonly log: Logger;
}

export async function openPublishing({
  config,
  office,
  approvals,
  crawls,
  next,
  stopwatch,
  log,
  ...parts
}: PublishingParts): Promise<OpenPublishing> {
  if (!office || !approvals) return { publisher: null, scheduleKeeper: null, publishFiles: null };
  const publishing = {
    ...parts,
    approvals,
    gates: createGates({
      checks: checkCalls(office.rehearsals.calls),
      unapprovedIn: approvals.unapprovedNews,
      remarksIn: async ({ now: { draft } }) =>
        openRemarks(office.nativeReviews, await approvals.hashesOfDraft(draft), null, everyRemark),
      crawl: crawls?.crawlForPublishing ?? null,
      areReadersNeeded: config.isProduction,
    }),
    desk: office.drafts,
    records: office.editions,
    memos: office.memos,
  };
  const publisher = await openPublisher(
    publishing,
    createNoteFile(config.dataFolder, 'publishing.json', begunPublication),
  );
  return {
    publisher,
    scheduleKeeper: createScheduleKeeper({
      records: office.editions,
      publish: publisher.publishScheduled,
      tell: (about) => log.error(about, 'a scheduled publication was not made; the console says what to do'),
      clock: parts.clock,
      stopwatch,
    }),
    publishFiles: next && ((signal) => bringFilesLive({ ...publishing, next }, signal)),
  };
}

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { createConsoleRouter } from '../../src/console/console-router.ts';
import { createSqlDrillRecords } from '../../src/database/disaster/sql-drill-records.ts';
import type { Database } from '../../src/database/open-database.ts';
import { createSqlStaffRecords } from '../../src/database/staff/sql-staff-records.ts';
import type { CallCounts } from '../../src/edition/call-counts-file.ts';
import type { VisitLimits } from '../../src/frame/limit-visitors.ts';
import { type Crawl, createCrawlJobs } from '../../src/office/crawl/crawl-jobs.ts';
import { createDrillDesk } from '../../src/office/disaster/drill-desk.ts';
import type { DraftDesk } from '../../src/office/drafts/draft-desk.ts';
import type { Gate } from '../../src/office/editions/gates/gate.ts';
import { createPublisher, type Publisher } from '../../src/office/editions/publisher.ts';
import type { RestoredBackup } from '../../src/office/editions/restored-backup.ts';
import type { LineStatus } from '../../src/office/line-status/line-status.ts';
import type { Dictionary } from '../../src/office/readings/dictionary.ts';
import { createRehearsalRoom } from '../../src/office/rehearsal/rehearsal-room.ts';
import type { StaffRecords } from '../../src/office/staff/staff-records.ts';
import type { SpeechEngine } from '../../src/speech/engine.ts';
import type { Draft } from '../../src/words/draft.ts';
import { memoryDisaster } from './disaster-control.ts';
import { memoryDatabase } from './memory-database.ts';
import { openSmallOffice, type SmallOffice } from './small-office.ts';
import { createTestDesk, type TestDesk } from './test-desk.ts';
import type { ToneEngine } from './tone-engine.ts';

/** The console as a separate application. It has a real database, in memory unless a test passes another one. */
export interface TestConsole extends TestDesk {
  readonly app: Express;
  /** The office with the draft and the editions that the console shows. */
  readonly office: SmallOffice;
  readonly publisher: Publisher;
  /** The disaster switch, with its stores. */
  readonly disaster: ReturnType<typeof memoryDisaster>;
  /** The errors that the console reported. */
  readonly reported: unknown[];
}

export interface TestConsoleOptions {
  readonly publicUrl?: string | null;
  /** Wraps the staff records that the desk uses. */
  readonly over?: (records: StaffRecords) => StaffRecords;
  /** A draft desk to be used instead of the small office's. */
  readonly drafts?: DraftDesk;
  /** A database to be used instead of a new one in memory. */
  readonly database?: Database;
  /** A draft, with its line and words, to be used instead of the small office's. */
  readonly draft?: Draft;
  /** A voice to be used instead of tones. The test has to close it. */
  readonly engine?: SpeechEngine;
  /** Maximum number of requests of one visitor per minute. It is very high by default, because tests send many. */
  readonly visitsPerMinute?: VisitLimits;
  /** Whether callers hear an edition that the database does not know; false by default. */
  readonly isLiveForgotten?: boolean;
  readonly restoredBackup?: RestoredBackup | null;
  /**
   * When the last backup was made, in milliseconds since the epoch; null for never. By default, it is never too old.
   */
  readonly lastBackup?: number | null;
  /** Whether the Twilio account is set; true by default. */
  readonly isTwilioSet?: boolean;
  readonly lineStatus?: LineStatus | null;
  /** Whether the line has the phone in the browser; true by default. */
  readonly hasPhonePage?: boolean;
  readonly callCounts?: CallCounts | null;
  /**
   * Whether publishing a language that no native reader has read needs a reason, as in production; false by default.
   */
  readonly areReadersNeeded?: boolean;
  /** An additional gate for publishing. */
  readonly gate?: Gate;
  /** The crawl of a draft; by default, it finds nothing. */
  readonly crawl?: Crawl;
  /** The dictionary for readings; by default, it knows no word. */
  readonly dictionary?: Pick<Dictionary, 'words'>;
}

/** Creates a console without accounts. `letIn` adds an account. */
export async function createTestConsole({
  publicUrl = null,
  over,
  drafts,
  draft,
  engine,
  areReadersNeeded = false,
  gate,
  database: given,
  visitsPerMinute = { stranger: 1_000_000, known: 1_000_000 },
  dictionary = { words: async (texts) => texts.map((text) => [{ text, reading: null }]) },
  isTwilioSet = true,
  isLiveForgotten = false,
  restoredBackup = null,
  lastBackup = Number.POSITIVE_INFINITY,
  lineStatus = null,
  hasPhonePage = true,
  callCounts = null,
  crawl = async ({ hash }) => ({ hash, turns: 0, languages: [], sentences: [], findings: [] }),
}: TestConsoleOptions = {}): Promise<TestConsole> {
  const database = given ?? (await memoryDatabase());
  const records = createSqlStaffRecords(database);
  const office = await openSmallOffice(database, {
    ...(draft && { draft }),
    // Tests with their own voice use no features of the tone engine, so the cast is safe.
    ...(engine && { engine: engine as ToneEngine }),
  });
  const disaster = memoryDisaster(() => office.shelf.current.file, office.clock);
  const gates = [...office.gatesWith({ areReadersNeeded }), ...(gate ? [gate] : [])];
  const publisher = createPublisher({ ...office.parts, gates });
  const desk = createTestDesk(over?.(records) ?? records);
  const reported: unknown[] = [];
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 1);
  app.use(
    '/console',
    createConsoleRouter({
      staff: desk.desk,
      drafts: drafts ?? office.desk,
      editions: office.records,
      publisher,
      approvals: drafts ? office.approvalsOn(drafts) : office.approvals,
      nativeReviews: office.nativeReviews,
      sounds: office.sounds,
      intake: office.intake,
      disaster: {
        state: () => disaster.disaster.stateNow,
        desk: disaster.desk,
        approved: disaster.approved,
        drills: createDrillDesk({
          records: createSqlDrillRecords(database),
          state: () => disaster.disaster.stateNow,
          clock: office.clock,
          stopwatch: office.clock,
        }),
      },
      isLiveForgotten: async () => isLiveForgotten,
      restoredBackup: () => restoredBackup,
      lastBackup: async () => lastBackup,
      isTwilioSet,
      lineStatus,
      deploysFallback: false,
      callCounts: async () => callCounts,
      memos: office.memos,
      crawls: createCrawlJobs(crawl, office.clock),
      rehearsal: createRehearsalRoom({
        records: office.rehearsals,
        drafts: drafts ?? office.desk,
        noticeNow: disaster.disaster.rehearsedNow,
        approved: disaster.approved,
        engine: office.engine,
        cache: office.cache,
        clock: office.clock,
      }),
      dictionary,
      shelf: office.shelf,
      narrator: office.narrator,
      engine: office.engine,
      clock: office.clock,
      random: randomBytes,
      publicUrl,
      hasPhonePage,
      visitsPerMinute,
      isSecure: publicUrl?.startsWith('https:') ?? false,
      report: (error) => reported.push(error),
    }),
  );
  return { ...desk, office, publisher, disaster, app, reported };
}

/** Starts a server for an application on a free port of this machine. */
export async function listen(app: Express): Promise<AsyncDisposable & { readonly address: string }> {
  const server = createServer(app).listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

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
import { createPublisher, type Publisher } from '../../src/office/editions/publisher.ts';
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

/** The console as an application of its own, over a real database in a folder that is gone after the test. */
export interface TestConsole extends TestDesk {
  readonly app: Express;
  /** The draft and the editions that the console works on. */
  readonly office: SmallOffice;
  readonly publisher: Publisher;
  /** The switch, with every place where it is kept. */
  readonly disaster: ReturnType<typeof memoryDisaster>;
  /** What staff were told to be on our side. */
  readonly reported: unknown[];
}

export interface TestConsoleOptions {
  readonly publicUrl?: string | null;
  /** Puts something between the desk and the database. */
  readonly over?: (records: StaffRecords) => StaffRecords;
  /** Another draft than the small office's own. */
  readonly drafts?: DraftDesk;
  /** Another database than a new one in memory. */
  readonly database?: Database;
  /** Other words than the small office's own. */
  readonly draft?: Draft;
  /** Another voice than tones; the test closes it. */
  readonly engine?: SpeechEngine;
  /** How often one visitor may ask; as often as he likes unless told otherwise, since tests ask fast. */
  readonly visitsPerMinute?: VisitLimits;
  /** Whether the account at Twilio is set; it is unless told otherwise. */
  readonly isTwilioSet?: boolean;
  readonly lineStatus?: LineStatus | null;
  readonly callCounts?: CallCounts | null;
  /** As in production: languages that nobody has read need a reason. */
  readonly areReadersNeeded?: boolean;
  /** What calling a draft finds; nothing unless told otherwise. */
  readonly crawl?: Crawl;
  /** Where readings are looked up; a dictionary that knows no word unless told otherwise. */
  readonly dictionary?: Pick<Dictionary, 'words'>;
}

/** Nobody has an account yet; `letIn` adds somebody. */
export async function createTestConsole({
  publicUrl = null,
  over,
  drafts,
  draft,
  engine,
  areReadersNeeded = false,
  database: given,
  visitsPerMinute = { stranger: 1_000_000, known: 1_000_000 },
  dictionary = { words: async (texts) => texts.map((text) => [{ text, reading: null }]) },
  isTwilioSet = true,
  lineStatus = null,
  callCounts = null,
  crawl = async ({ hash }) => ({ hash, turns: 0, languages: [], sentences: [], findings: [] }),
}: TestConsoleOptions = {}): Promise<TestConsole> {
  const database = given ?? (await memoryDatabase());
  const records = createSqlStaffRecords(database);
  const office = await openSmallOffice(database, {
    ...(draft && { draft }),
    // Tests that pass their own voice use nothing of the tones.
    ...(engine && { engine: engine as ToneEngine }),
  });
  const disaster = memoryDisaster(() => office.shelf.current.file, office.clock);
  const publisher = createPublisher({ ...office.parts, areReadersNeeded });
  const desk = createTestDesk(over?.(records) ?? records);
  const reported: unknown[] = [];
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 1);
  app.use(
    '/console',
    createConsoleRouter({
      desk: desk.desk,
      drafts: drafts ?? office.desk,
      editions: office.records,
      publisher,
      approvals: drafts ? office.approvalsOn(drafts) : office.approvals,
      nativeReviews: office.nativeReviews,
      sounds: office.sounds,
      intake: office.intake,
      areReadersNeeded,
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
      hasPhonePage: true,
      visitsPerMinute,
      isSecure: publicUrl?.startsWith('https:') ?? false,
      report: (error) => reported.push(error),
    }),
  );
  return { ...desk, office, publisher, disaster, app, reported };
}

/** Lets an application answer on a free port of this machine. */
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

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { createConsoleRouter } from '../../src/adapters/console/console-router.ts';
import { createStaffRecords } from '../../src/adapters/database/staff/staff-records.ts';
import type { DraftDesk } from '../../src/drafts/draft-desk.ts';
import { createPublisher, type Publisher } from '../../src/editions/publisher.ts';
import type { StaffRecords } from '../../src/staff/staff-records.ts';
import { scratchDatabase } from './scratch-database.ts';
import { openSmallOffice, type SmallOffice } from './small-office.ts';
import { createTestDesk, type TestDesk } from './test-desk.ts';

/** The console as an application of its own, over a real database in a folder that is gone after the test. */
export interface TestConsole extends TestDesk {
  readonly app: Express;
  /** The draft and the editions that the console works on. */
  readonly office: SmallOffice;
  readonly publisher: Publisher;
  /** What staff were told to be on our side. */
  readonly reported: unknown[];
}

export interface TestConsoleOptions {
  readonly publicUrl?: string | null;
  /** Puts something between the desk and the database. */
  readonly over?: (records: StaffRecords) => StaffRecords;
  /** Another draft than the small office's own. */
  readonly drafts?: DraftDesk;
}

/** Nobody has an account yet; `letIn` adds somebody. */
export async function createTestConsole({
  publicUrl = null,
  over,
  drafts,
}: TestConsoleOptions = {}): Promise<TestConsole> {
  const database = await scratchDatabase();
  const records = createStaffRecords(database);
  const office = await openSmallOffice(database);
  const publisher = createPublisher(office.parts);
  const desk = createTestDesk(over?.(records) ?? records);
  const reported: unknown[] = [];
  const app = express();
  app.disable('x-powered-by');
  app.use(
    '/console',
    createConsoleRouter({
      desk: desk.desk,
      drafts: drafts ?? office.desk,
      editions: office.records,
      publisher,
      shelf: office.shelf,
      narrator: office.narrator,
      engine: office.engine,
      clock: office.clock,
      random: randomBytes,
      publicUrl,
      report: (error) => reported.push(error),
    }),
  );
  return { ...desk, office, publisher, app, reported };
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

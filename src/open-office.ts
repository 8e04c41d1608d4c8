import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { createDraftRecords } from './adapters/database/drafts/draft-records.ts';
import { createApprovalRecords } from './adapters/database/editions/approval-store.ts';
import { createEditionRecords } from './adapters/database/editions/edition-records.ts';
import { createMemoStore } from './adapters/database/memo-store.ts';
import { type Database, openDatabase } from './adapters/database/open-database.ts';
import { createRehearsalRecords } from './adapters/database/rehearsals/rehearsal-records.ts';
import { createStaffRecords } from './adapters/database/staff/staff-records.ts';
import { readPromptFiles } from './adapters/files/prompt-files.ts';
import type { Config } from './config.ts';
import { createDraftDesk, type DraftDesk } from './drafts/draft-desk.ts';
import type { DraftRecords } from './drafts/draft-records.ts';
import { type TakenOver, takeOver } from './drafts/take-over.ts';
import type { ApprovalRecords } from './editions/approval/approval-records.ts';
import type { EditionRecords } from './editions/edition-records.ts';
import type { MemoStore } from './editions/start-editions.ts';
import { readDraft } from './prompts/draft.ts';
import type { RehearsalRecords } from './rehearsal/rehearsal-records.ts';
import { createStaffDesk, type StaffDesk } from './staff/staff-desk.ts';

/** Everything that needs the database: who works here, the draft, and what was published. */
export interface Office {
  readonly staff: StaffDesk;
  readonly drafts: DraftDesk;
  /** What the desk keeps; for taking a whole folder in. */
  readonly draftRecords: DraftRecords;
  readonly editions: EditionRecords;
  readonly approvals: ApprovalRecords;
  readonly rehearsals: RehearsalRecords;
  readonly memos: MemoStore;
  /** The prompts folder as it is now, as a draft. */
  readonly readFiles: () => Promise<TakenOver>;
  close(): Promise<void>;
}

/** Who wrote what comes from the prompts folder. */
const byFiles = { accountId: null, accountName: 'prompts folder' } as const;

/**
 * Opens the database in DATA_DIR.
 * @returns null when it cannot be had: calls are answered from the files and from memory all the same, and the log says why
 */
export async function openOffice(
  { dataFolder, promptsFolder }: Pick<Config, 'dataFolder' | 'promptsFolder'>,
  clock: () => number,
  log: Logger,
): Promise<Office | null> {
  let database: Database | undefined;
  let addressKey: string;
  try {
    database = await openDatabase(dataFolder);
    addressKey = await lastingSecret(createMemoStore(database.queries));
  } catch (error) {
    await database?.close();
    log.error({ err: error }, 'the database cannot be opened; calls are answered without it, and nobody can sign in');
    return null;
  }
  const memos = createMemoStore(database.queries);
  const readFiles = async () => takeOver(readDraft(await readPromptFiles(promptsFolder)), byFiles, clock());
  const staff = createStaffDesk({
    records: createStaffRecords(database),
    clock,
    random: randomBytes,
    addressKey,
  });
  const draftRecords = createDraftRecords(database);
  return {
    staff,
    drafts: createDraftDesk({ records: draftRecords, files: readFiles, clock }),
    draftRecords,
    editions: createEditionRecords(database),
    approvals: createApprovalRecords(database),
    rehearsals: createRehearsalRecords(database),
    memos,
    readFiles,
    close: () => database.close(),
  };
}

/** Made once and kept: every process counts the same addresses under the same names. */
async function lastingSecret(memos: MemoStore): Promise<string> {
  const name = 'address-key';
  const known = await memos.read(name);
  if (known !== null) return known;
  await memos.write(name, randomBytes(32).toString('base64url'));
  return (await memos.read(name)) ?? '';
}

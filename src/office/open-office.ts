import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { createSqlDrillRecords } from '../database/disaster/sql-drill-records.ts';
import { createSqlDraftRecords } from '../database/drafts/sql-draft-records.ts';
import { createSqlApprovalRecords } from '../database/editions/sql-approval-records.ts';
import { createSqlEditionRecords } from '../database/editions/sql-edition-records.ts';
import { createSqlMemoStore } from '../database/memos/sql-memo-store.ts';
import { createSqlNativeReviewRecords } from '../database/native-reviews/sql-native-review-records.ts';
import { openDatabase } from '../database/open-database.ts';
import { createSqlRehearsalRecords } from '../database/rehearsals/sql-rehearsal-records.ts';
import { createSqlStaffRecords } from '../database/staff/sql-staff-records.ts';
import { type Draft, readDraftInSteps } from '../words/draft.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import type { NamedText } from '../words/read-yaml.ts';
import type { DrillRecords } from './disaster/drill-records.ts';
import { type DraftContent, toDraftContent } from './drafts/draft-content.ts';
import { createDraftDesk, type DraftDesk } from './drafts/draft-desk.ts';
import type { DraftRecords } from './drafts/draft-records.ts';
import type { ApprovalRecords } from './editions/approval/approval-records.ts';
import type { EditionRecords, MemoStore } from './editions/edition-records.ts';
import type { NativeReviewRecords } from './editions/native-review/native-review-records.ts';
import { refuseLostDatabase } from './lost-database.ts';
import type { RehearsalRecords } from './rehearsal/rehearsal-records.ts';
import { byProgram } from './staff/programs.ts';
import { createStaffDesk, type StaffDesk } from './staff/staff-desk.ts';

/** Everything that needs the database, such as staff, drafts, editions and approvals. */
export interface Office {
  readonly staff: StaffDesk;
  readonly drafts: DraftDesk;
  /** The records behind `drafts`; for importing a whole folder. */
  readonly draftRecords: DraftRecords;
  readonly editions: EditionRecords;
  readonly approvals: ApprovalRecords;
  readonly nativeReviews: NativeReviewRecords;
  readonly rehearsals: RehearsalRecords;
  readonly memos: MemoStore;
  readonly drills: DrillRecords;
  /** Reads the prompts folder as a draft. Each call returns what the folder contains at that moment. */
  readonly readFiles: () => Promise<DraftContent>;
  close(): Promise<void>;
}

/**
 * Opens the database in DATA_DIR.
 * @returns null if it is unavailable; the reason is logged, and calls are still answered from files and memory
 */
export async function openOffice(
  config: Pick<Config, 'dataFolder' | 'promptsFolder'>,
  clock: () => number,
  log: Logger,
): Promise<Office | null> {
  try {
    return await connectReadable(config, clock);
  } catch (error) {
    log.error({ err: error }, 'the database cannot be opened; calls are answered without it, and nobody can sign in');
    return null;
  }
}

/**
 * Opens the database, and reads the records that a start needs. If they cannot be read, the database counts as
 * unavailable.
 * @throws StorageError if the database is unavailable
 */
async function connectReadable(...given: Parameters<typeof connectOffice>): Promise<Office> {
  const office = await connectOffice(...given);
  try {
    await office.drafts.lineHistory(1);
    const [live] = await office.editions.publications(1);
    if (live) await office.editions.find(live.edition);
    return office;
  } catch (error) {
    await office.close();
    throw error;
  }
}

/**
 * Whether an office that started without the database could use it now. Makes no new database in place of a lost one.
 */
export async function canOpenOffice(...given: Parameters<typeof connectOffice>): Promise<boolean> {
  try {
    const [{ dataFolder }] = given;
    await refuseLostDatabase(dataFolder);
    await (await connectReadable(...given)).close();
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens the database in DATA_DIR.
 * @throws StorageError if it is unavailable
 */
export async function connectOffice(
  { dataFolder, promptsFolder }: Pick<Config, 'dataFolder' | 'promptsFolder'>,
  clock: () => number,
): Promise<Office> {
  const database = await openDatabase(dataFolder);
  const addressKey = await lastingSecret(createSqlMemoStore(database.queries)).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const memos = createSqlMemoStore(database.queries);
  const readFilesOnce = createFileReader(() => readPromptFiles(promptsFolder));
  const readFiles = async () => toDraftContent(await readFilesOnce(), byProgram('promptsFolder'), clock());
  const staff = createStaffDesk({
    records: createSqlStaffRecords(database),
    clock,
    random: randomBytes,
    addressKey,
  });
  const draftRecords = createSqlDraftRecords(database);
  return {
    staff,
    drafts: createDraftDesk({ records: draftRecords, files: readFiles, clock }),
    draftRecords,
    editions: createSqlEditionRecords(database),
    approvals: createSqlApprovalRecords(database),
    nativeReviews: createSqlNativeReviewRecords(database),
    rehearsals: createSqlRehearsalRecords(database),
    memos,
    drills: createSqlDrillRecords(database),
    readFiles,
    close: () => database.close(),
  };
}

/**
 * Creates a function that reads files as a draft. Parsing takes a tenth of a second, so files are parsed again only
 * when one of them has changed.
 */
function createFileReader(read: () => Promise<readonly NamedText[]>): () => Promise<Draft> {
  let known: { readonly files: readonly NamedText[]; readonly draft: Draft } | null = null;
  const isSame = (files: readonly NamedText[]) =>
    known?.files.length === files.length &&
    files.every(({ name, text }, index) => known?.files[index]?.name === name && known.files[index]?.text === text);
  return async () => {
    const files = await read();
    if (known && isSame(files)) return known.draft;
    // `sourceLineOf`, which finds the line number of a text in its file, is left out, because it would keep the parsed
    // files in memory.
    const { sourceLineOf: _lines, ...draft } = await readDraftInSteps(files, setImmediate);
    known = { files, draft };
    return draft;
  };
}

/**
 * The stored key with which addresses are hashed and the cookies of known browsers are signed. It is created only if
 * none is stored yet, so that later processes make the same hashes and signatures.
 */
async function lastingSecret(memos: MemoStore): Promise<string> {
  const name = 'address-key';
  const known = await memos.read(name);
  if (known !== null) return known;
  await memos.write(name, randomBytes(32).toString('base64url'));
  return (await memos.read(name)) ?? '';
}

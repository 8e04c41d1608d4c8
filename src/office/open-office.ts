import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { createSqlDraftRecords } from '../database/drafts/sql-draft-records.ts';
import { createApprovalRecords } from '../database/editions/approval-store.ts';
import { createSqlEditionRecords } from '../database/editions/sql-edition-records.ts';
import { createSqlMemoStore } from '../database/memos/sql-memo-store.ts';
import { type Database, openDatabase } from '../database/open-database.ts';
import { createSqlRehearsalRecords } from '../database/rehearsals/sql-rehearsal-records.ts';
import { createSqlStaffRecords } from '../database/staff/sql-staff-records.ts';
import { type Draft, readDraftCalmly } from '../words/draft.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import type { NamedText } from '../words/read-yaml.ts';
import { createDraftDesk, type DraftDesk } from './drafts/draft-desk.ts';
import type { DraftRecords } from './drafts/draft-records.ts';
import { type TakenOver, takeOver } from './drafts/take-over.ts';
import type { ApprovalRecords } from './editions/approval/approval-records.ts';
import type { EditionRecords } from './editions/edition-records.ts';
import type { MemoStore } from './editions/start-editions.ts';
import type { RehearsalRecords } from './rehearsal/rehearsal-records.ts';
import { byProgram } from './staff/programs.ts';
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
    addressKey = await lastingSecret(createSqlMemoStore(database.queries));
  } catch (error) {
    await database?.close();
    log.error({ err: error }, 'the database cannot be opened; calls are answered without it, and nobody can sign in');
    return null;
  }
  const memos = createSqlMemoStore(database.queries);
  const readFilesOnce = createFileReader(() => readPromptFiles(promptsFolder));
  const readFiles = async () => takeOver(await readFilesOnce(), byProgram('promptsFolder'), clock());
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
    approvals: createApprovalRecords(database),
    rehearsals: createSqlRehearsalRecords(database),
    memos,
    readFiles,
    close: () => database.close(),
  };
}

/** Reads files as a draft, and anew only when one of them has changed: it takes a tenth of a second. */
function createFileReader(read: () => Promise<readonly NamedText[]>): () => Promise<Draft> {
  let known: { readonly files: readonly NamedText[]; readonly draft: Draft } | null = null;
  const isSame = (files: readonly NamedText[]) =>
    known?.files.length === files.length &&
    files.every(({ name, text }, index) => known?.files[index]?.name === name && known.files[index]?.text === text);
  return async () => {
    const files = await read();
    if (known && isSame(files)) return known.draft;
    // Without what finds lines again, which holds the whole of every file.
    const { sourceLineOf: _lines, ...draft } = await readDraftCalmly(files, setImmediate);
    known = { files, draft };
    return draft;
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

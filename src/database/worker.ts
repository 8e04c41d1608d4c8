import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Outcome, Question, Work } from './protocol.ts';
import { toErrorParts } from './sqlite-errors.ts';

/*
 * The thread that owns the connection. `node:sqlite` blocks its thread until a statement is done, or until another
 * program releases the file. The main thread must not be blocked, so the connection has a thread of its own.
 */

declare module 'node:sqlite' {
  /** In Node 26, disposing of a statement frees SQLite's memory for it. The published types do not have this yet. */
  interface StatementSync extends Disposable {}
}

/** Maximum number of milliseconds to wait for another program that locks the database. */
const busyTimeout = 5000;

const nothing: Outcome = { rows: [], changes: null };
const file: string = workerData.file;
let database: DatabaseSync | undefined;

/** Opens the file. The first request does this, so that a failure is reported as an answer and can be retried. */
function open(): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // The file holds credentials, so only its owner may read it. SQLite gives its other files the same permissions.
  closeSync(openSync(file, 'a', 0o600));
  const opened = new DatabaseSync(file, { timeout: busyTimeout, enableForeignKeyConstraints: true });
  try {
    // `synchronous` is FULL, because in WAL mode NORMAL can lose committed rows when the power fails. Without recursive
    // triggers, "insert or replace" would delete rows without firing the triggers that forbid deleting.
    opened.exec('pragma journal_mode = wal; pragma synchronous = full; pragma recursive_triggers = on');
  } catch (error) {
    opened.close();
    throw error;
  }
  return opened;
}

function perform(work: Work): Outcome {
  if (work.do === 'close') {
    database?.close();
    database = undefined;
    return nothing;
  }
  database ??= open();
  if (work.do === 'rollback') {
    // After some errors, such as a full disk, SQLite has already rolled back.
    if (database.isTransaction) database.exec('rollback');
    return nothing;
  }
  // Without `using`, SQLite would hold each statement until the next garbage collection, which is rare in this small
  // heap.
  using statement = database.prepare(work.sql);
  if (statement.columns().length > 0) return { rows: statement.all(...work.parameters), changes: null };
  return { rows: [], changes: statement.run(...work.parameters).changes };
}

function answer({ id, work }: Question): Answer {
  try {
    return { id, outcome: perform(work) };
  } catch (error) {
    return { id, error: toErrorParts(error) };
  }
}

parentPort?.on('message', (question: Question) => {
  parentPort?.postMessage(answer(question));
  if (question.work.do === 'close') parentPort?.close();
});

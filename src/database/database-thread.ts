import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Bilingual } from '../common/bilingual.ts';
import { messageOf } from '../common/errors.ts';
import { StorageError } from '../common/storage-error.ts';
import type { Answer, Outcome, Question, Work } from './protocol.ts';
import { toStorageError } from './sqlite-errors.ts';

/** The part of `DatabaseThread` that is needed to send statements and to close the database. */
export type StatementThread = Pick<DatabaseThread, 'ask' | 'close' | 'deaths'>;

/**
 * Owns the worker thread that holds the connection. The first request starts the thread. If the thread has died, the
 * next request starts a new one. The thread keeps the process alive only while requests are pending, or while the file
 * is being closed.
 */
export class DatabaseThread {
  readonly #script: URL;
  readonly #file: string;
  readonly #pending = new Map<number, PromiseWithResolvers<Outcome>>();
  #worker: Worker | undefined;
  #lastId = 0;
  #deaths = 0;
  #closed = false;

  constructor(script: URL, file: string) {
    this.#script = script;
    this.#file = file;
  }

  /** How many threads have ended so far. If this changes while a transaction is open, that transaction is lost. */
  get deaths(): number {
    return this.#deaths;
  }

  /**
   * Sends one request to the thread. Requests are answered in order.
   * @throws StorageError with the error of SQLite; of kind `lost` if the thread ends before it answers, and `closed`
   * after `close`
   */
  ask(work: Work): Promise<Outcome> {
    if (this.#closed) return Promise.reject(new StorageError('closed', closed));
    return this.#post(work);
  }

  /** Finishes pending requests, then closes the file. A second call returns immediately, without waiting. */
  async close(): Promise<void> {
    const worker = this.#worker;
    const wasClosed = this.#closed;
    this.#closed = true;
    if (worker === undefined || wasClosed) return;
    // If the thread ends before it answers, the request fails. This is ignored, because the file is then closed too.
    const ended = once(worker, 'exit');
    await Promise.allSettled([this.#post({ do: 'close' }), ended]);
  }

  #post(work: Work): Promise<Outcome> {
    const worker = this.#startedWorker();
    const question: Question = { id: ++this.#lastId, work };
    const answer = Promise.withResolvers<Outcome>();
    this.#pending.set(question.id, answer);
    worker.ref();
    // Bytes are transferred to the thread, not copied again: a first start stores tens of megabytes of sound.
    worker.postMessage(question, bytesIn(work));
    return answer.promise;
  }

  #startedWorker(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    // The environment contains secrets, and the thread needs nothing from it, so the thread gets an empty environment.
    const worker = new Worker(this.#script, { workerData: { file: this.#file }, env: {}, resourceLimits });
    this.#worker = worker;
    let reason = 'no error was reported';
    worker.on('message', (answer: Answer) => this.#settle(worker, answer));
    worker.on('error', (error: unknown) => {
      reason = messageOf(error);
    });
    worker.on('exit', () => this.#onExit(worker, reason));
    return worker;
  }

  #settle(worker: Worker, answer: Answer): void {
    const waiting = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if (this.#pending.size === 0 && !this.#closed) worker.unref();
    if ('error' in answer) waiting?.reject(toStorageError(answer.error));
    else waiting?.resolve(answer.outcome);
  }

  #onExit(worker: Worker, reason: string): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#deaths += 1;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(new StorageError('lost', lost(reason)));
  }
}

/** The memory limits of the thread. It holds only rows, so it needs little memory. */
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 };

/** The buffers to transfer. They are copies made by `toBindable`, so no other code uses them. */
const bytesIn = (work: Work): ArrayBuffer[] =>
  work.do === 'run'
    ? work.parameters.flatMap((each) =>
        each instanceof Uint8Array && each.buffer instanceof ArrayBuffer ? [each.buffer] : [],
      )
    : [];

const closed: Bilingual = { ja: 'データベースはもう閉じています。', en: 'The database has been closed.' };

const lost = (reason: string): Bilingual => ({
  ja: `データベースの処理が止まりました(${reason})。最後の変更が保存されたか確かめて、もう一度試してください。`,
  en: `The database thread stopped (${reason}); check whether the last change was saved, then try again.`,
});

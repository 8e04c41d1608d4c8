import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { StorageError } from '../common/storage-error.ts';
import type { Answer, Outcome, Question, Work } from './protocol.ts';
import { toStorageError } from './sqlite-errors.ts';

/** What answers statements, one after the other. */
export type StatementThread = Pick<DatabaseThread, 'ask' | 'close' | 'deaths'>;

/**
 * Owns the thread that owns the connection: starts it when it is first needed, and another one after it died. It keeps
 * the process alive only while it has something to answer.
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

  /** How many threads have died; a transaction is over when this has changed since it began. */
  get deaths(): number {
    return this.#deaths;
  }

  /**
   * Questions are answered in the order in which they are asked.
   * @throws StorageError also when the thread dies over it (`lost`) or has been closed (`closed`)
   */
  ask(work: Work): Promise<Outcome> {
    if (this.#closed) return Promise.reject(new StorageError('closed', 'The database has been closed.'));
    return this.#post(work);
  }

  /** Answers what has been asked, then closes the file. */
  async close(): Promise<void> {
    const worker = this.#worker;
    const wasClosed = this.#closed;
    this.#closed = true;
    if (worker === undefined || wasClosed) return;
    // A thread that dies over it has closed the file as well.
    const ended = once(worker, 'exit');
    await Promise.allSettled([this.#post({ do: 'close' }), ended]);
  }

  #post(work: Work): Promise<Outcome> {
    const worker = this.#running();
    const question: Question = { id: ++this.#lastId, work };
    const waiting = Promise.withResolvers<Outcome>();
    this.#pending.set(question.id, waiting);
    worker.ref();
    // Bytes move to the thread instead of being copied once more: a first start keeps tens of megabytes of sound.
    worker.postMessage(question, bytesIn(work));
    return waiting.promise;
  }

  #running(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    // The thread needs nothing from the environment, and so gets none of the secrets in it.
    const worker = new Worker(this.#script, { workerData: { file: this.#file }, env: {}, resourceLimits });
    this.#worker = worker;
    let reason = 'it stopped';
    worker.on('message', (answer: Answer) => this.#settle(worker, answer));
    worker.on('error', (error: unknown) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', () => this.#bury(worker, reason));
    return worker;
  }

  #settle(worker: Worker, answer: Answer): void {
    const waiting = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if (this.#pending.size === 0 && !this.#closed) worker.unref();
    if ('error' in answer) waiting?.reject(toStorageError(answer.error));
    else waiting?.resolve(answer.outcome);
  }

  #bury(worker: Worker, reason: string): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#deaths += 1;
    const lost = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of lost) reject(new StorageError('lost', lostMessage(reason)));
  }
}

/** The thread holds rows and nothing else; what it may waste is memory that the whole service lacks. */
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 };

/** What the statement brings along was copied by `toBindable`, so nobody else misses it. */
const bytesIn = (work: Work): ArrayBuffer[] =>
  work.do === 'run'
    ? work.parameters.flatMap((each) =>
        each instanceof Uint8Array && each.buffer instanceof ArrayBuffer ? [each.buffer] : [],
      )
    : [];

const lostMessage = (reason: string): string =>
  `The database's thread ended (${reason}); look whether the last change was kept and try again.`;

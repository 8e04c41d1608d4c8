import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SpeechError } from '../../engine.ts';
import type { EspeakAnswer, EspeakRequest } from './espeak-protocol.ts';

const texts = {
  closed: { ja: '内蔵の声は、もう終わらせています。', en: 'The embedded voice has been closed.' },
  closedSpeaking: {
    ja: '読み上げている間に、内蔵の声を終わらせました。',
    en: 'The embedded voice was closed while it spoke.',
  },
  unreadable: {
    ja: '内蔵の声の答えが読めないので、終わらせました。もう一度試してください。',
    en: 'The embedded voice answered something unreadable and was ended; try again.',
  },
  late: (milliseconds: number) => ({
    ja: `内蔵の声が${milliseconds}ミリ秒待っても答えないので、終わらせました。もう一度試してください。`,
    en: `The embedded voice did not answer within ${milliseconds} ms and was ended; try again.`,
  }),
} as const;

/** The child exited before it answered. A new child may succeed. */
class ChildEnded extends Error {}

/**
 * Runs the synthesis program in a child process. The child is started on first use. It gets one request at a time. If
 * it crashes or hangs, a new child replaces it. A running child does not keep this process alive.
 */
export class EspeakProcess {
  readonly #script: string;
  readonly #timeoutMs: number;
  #child: ChildProcess | undefined;
  /** Settles when all requests so far have been answered or have failed. */
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(script: URL, timeoutMs: number) {
    this.#script = fileURLToPath(script);
    this.#timeoutMs = timeoutMs;
  }

  /** The id of the child process; undefined while none is running. */
  get processId(): number | undefined {
    return this.#child?.pid;
  }

  /**
   * Sends a request to the child, after all earlier requests.
   * @throws SpeechError when the child exits twice, sends an answer that cannot be parsed, or answers too late; and
   * after `close`
   */
  ask(request: EspeakRequest): Promise<EspeakAnswer> {
    const answer = this.#last.then(() => this.#askTwice(request));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const child = this.#child;
    if (child === undefined) return;
    child.ref();
    child.kill('SIGKILL');
    await once(child, 'close');
  }

  /**
   * Retries a request once if the child exits before the answer. This is safe, because synthesis has no side effects. A
   * request on which the child hangs is not retried.
   */
  async #askTwice(request: EspeakRequest): Promise<EspeakAnswer> {
    try {
      return await this.#exchange(request);
    } catch (error) {
      if (!(error instanceof ChildEnded)) throw error;
    }
    try {
      return await this.#exchange(request);
    } catch (error) {
      if (!(error instanceof ChildEnded)) throw error;
      throw new SpeechError({
        ja: `内蔵の声が2回続けて止まりました(${error.message})。`,
        en: `The embedded voice stopped twice: ${error.message}`,
      });
    }
  }

  #exchange(request: EspeakRequest): Promise<EspeakAnswer> {
    if (this.#closed) return Promise.reject(new SpeechError(texts.closed));
    const child = this.#running();
    const { promise, resolve, reject } = Promise.withResolvers<EspeakAnswer>();
    const ended = (reason: unknown) => {
      this.#forget(child);
      reject(
        this.#closed
          ? new SpeechError(texts.closedSpeaking)
          : new ChildEnded(reason instanceof Error ? reason.message : `exit code ${reason}`),
      );
    };
    const answered = (line: string) => {
      try {
        resolve(JSON.parse(line));
      } catch {
        this.#forget(child);
        child.kill('SIGKILL');
        reject(new SpeechError(texts.unreadable));
      }
    };
    const timer = setTimeout(() => {
      this.#forget(child);
      child.kill('SIGKILL');
      reject(new SpeechError(texts.late(this.#timeoutMs)));
    }, this.#timeoutMs);
    child.once('answer', answered).once('close', ended).once('error', ended);
    child.stdin?.write(`${JSON.stringify(request)}\n`);
    return promise.finally(() => {
      clearTimeout(timer);
      child.off('answer', answered).off('close', ended).off('error', ended);
    });
  }

  #running(): ChildProcess {
    if (this.#child !== undefined) return this.#child;
    // The child needs no environment variables. It gets none, because they can contain secrets.
    const child = spawn(process.execPath, [this.#script], { stdio: ['pipe', 'pipe', 'inherit'], env: {} });
    this.#child = child;
    // When the child exits, its pipe breaks. The error of the pipe is ignored, because the `close` event handles the
    // exit.
    child.stdin.on('error', () => {});
    child.on('error', () => this.#forget(child)).on('close', () => this.#forget(child));
    createInterface({ input: child.stdout }).on('line', (line) => child.emit('answer', line));
    child.unref();
    for (const pipe of [child.stdin, child.stdout]) if (pipe instanceof Socket) pipe.unref();
    return child;
  }

  #forget(child: ChildProcess): void {
    if (this.#child === child) this.#child = undefined;
  }
}

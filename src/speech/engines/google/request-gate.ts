import { setTimeout } from 'node:timers/promises';

/**
 * Lets requests through so many at a time and evenly spread over the minute, so that a quota per minute is kept. Attempts
 * that the client repeats by itself are not counted.
 */
export class RequestGate {
  readonly #atOnce: number;
  /** Milliseconds between the beginnings of two requests. */
  readonly #distance: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #nextStart = 0;

  constructor(atOnce: number, perMinute: number) {
    this.#atOnce = atOnce;
    this.#distance = 60_000 / perMinute;
  }

  /** Runs the work when it is its turn, in the order of asking. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running < this.#atOnce) this.#running += 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      await this.#turn();
      return await work();
    } finally {
      // A place that somebody waits for is handed on; it never becomes free in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  async #turn(): Promise<void> {
    const now = performance.now();
    const start = Math.max(now, this.#nextStart);
    this.#nextStart = start + this.#distance;
    if (start > now) await setTimeout(start - now);
  }
}

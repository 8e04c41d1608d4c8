import { machineStopwatch, type Stopwatch } from './stopwatch.ts';

/**
 * Maximum number of visitors that are remembered: more than send requests within one window. If there are more, the
 * visitor with the oldest window is forgotten.
 */
const mostClients = 10_000;

/**
 * Counts requests for `express-rate-limit` in windows of time that do not depend on the clock. With the library's own
 * store, a visitor who keeps trying would have to wait for a year if the clock were set back by a year.
 */
export function createWindowStore(stopwatch: Stopwatch = machineStopwatch) {
  let windowMs = 60_000;
  /**
   * The visitors by key, with the number of their requests and the end of their window. The oldest window comes first.
   */
  const clients = new Map<string, { hits: number; readonly ends: number }>();
  const sweep = (now: number, isNew: boolean) => {
    for (const [key, { ends }] of clients) {
      if (ends > now && (!isNew || clients.size < mostClients)) return;
      clients.delete(key);
    }
  };
  return {
    localKeys: true,
    init(options: { readonly windowMs: number }): void {
      windowMs = options.windowMs;
    },
    increment(key: string) {
      const now = stopwatch();
      sweep(now, !clients.has(key));
      const client = clients.get(key) ?? { hits: 0, ends: now + windowMs };
      client.hits += 1;
      clients.set(key, client);
      return { totalHits: client.hits, resetTime: new Date(Date.now() + client.ends - now) };
    },
    decrement(key: string): void {
      const client = clients.get(key);
      if (client && client.hits > 0) client.hits -= 1;
    },
    resetKey: (key: string) => void clients.delete(key),
    resetAll: () => clients.clear(),
  };
}

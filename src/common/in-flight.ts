/**
 * Shares work that is in progress: if work for a key is already running, its promise is returned. When the promise has
 * settled, the next call with that key starts the work again.
 */
export function createInFlight<Result>(): (key: string, start: () => Promise<Result>) => Promise<Result> {
  const inFlight = new Map<string, Promise<Result>>();
  return (key, start) => {
    const running = inFlight.get(key);
    if (running) return running;
    const started = start().finally(() => inFlight.delete(key));
    inFlight.set(key, started);
    return started;
  };
}

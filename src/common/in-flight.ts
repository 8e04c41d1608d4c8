/**
 * Shares work that is in progress: whoever asks for the same key in the meantime gets the same promise. When it has settled, the next
 * one who asks starts it again.
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

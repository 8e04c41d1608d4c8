/** Milliseconds over which events are counted. */
const minute = 60_000;

/**
 * Maximum number of different events that are counted separately. All others are counted together. Otherwise strangers
 * could fill memory and log by inventing events.
 */
export const mostKinds = 20;

/**
 * Keeps events that strangers can cause at will from filling the log. The first event is logged immediately. The
 * events that follow are logged as one summary a minute, until a minute passes without any.
 * @param tell logs how often each event happened
 * @returns a function to call with the name of each event, a short string
 */
export function createThrottledLog(tell: (counts: Readonly<Record<string, number>>) => void): (what: string) => void {
  const counts = new Map<string, number>();
  let isCounting = false;
  const close = () => {
    isCounting = counts.size > 0;
    if (!isCounting) return;
    tell(Object.fromEntries(counts));
    counts.clear();
    wait();
  };
  const wait = () => setTimeout(close, minute).unref();
  return (what) => {
    const kind = counts.has(what) || counts.size < mostKinds ? what : 'others';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (isCounting) return;
    tell(Object.fromEntries(counts));
    counts.clear();
    isCounting = true;
    wait();
  };
}

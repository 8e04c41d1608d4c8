/** Milliseconds over which events are counted. */
const minute = 60_000;

/** Maximum number of different events; further ones are counted together, so that invented ones fill neither memory nor log. */
export const mostKinds = 20;

/**
 * Keeps events that strangers can cause at will from filling the log: the first event is logged at once, and those that follow as
 * one summary a minute, until a minute passes without any.
 * @param tell logs how often each event happened
 * @returns a function to call with each event, as one of a few short strings
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

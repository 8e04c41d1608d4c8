/** Milliseconds over which events are counted together. */
const minute = 60_000;

/** More different things than that are counted as one, so that whoever thinks them up fills neither memory nor log. */
export const mostKinds = 20;

/**
 * Keeps what strangers can cause as often as they like from filling the log: the first event is told at once, and those
 * that follow as one sum a minute, until a minute passes without any.
 * @param tell how often each thing happened
 * @returns to be called with what happened, in few and short words
 */
export function createSumUp(tell: (counts: Readonly<Record<string, number>>) => void): (what: string) => void {
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

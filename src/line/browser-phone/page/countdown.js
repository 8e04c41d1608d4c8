/**
 * The caller's time to press a key. It can be paused, for callers who read along.
 * @param {(left: number, total: number) => void} show called with the seconds left and in total; both are 0 when the
 *   countdown is not running
 */
export function createCountdown(show) {
  let left = 0;
  let total = 0;
  let last = 0;
  let paused = false;
  let ticker = 0;
  let onEnd = () => {};

  function tick() {
    // Timers run late in a background tab, so the elapsed time is measured.
    const now = performance.now();
    if (!paused) left -= (now - last) / 1000;
    last = now;
    if (left > 0) return show(left, total);
    stop();
    onEnd();
  }

  function stop() {
    clearInterval(ticker);
    show(0, 0);
  }

  return {
    /**
     * @param {number} seconds
     * @param {() => void} whenOver
     */
    start(seconds, whenOver) {
      stop();
      left = seconds;
      total = seconds;
      last = performance.now();
      onEnd = whenOver;
      show(left, total);
      ticker = setInterval(tick, 100);
    },
    stop,
    /** @param {boolean} isPaused */
    pause(isPaused) {
      paused = isPaused;
    },
  };
}

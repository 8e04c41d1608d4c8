import { readCuePoints } from './cue-points.js';
import { sentencesBegun } from './seconds.js';

/** Milliseconds between updates of the mark: fast enough for the eye, slow enough for an old telephone. */
const step = 150;

/**
 * Scrolls the words until a sentence is visible. Never scrolls the page, because the keypad must not move.
 * @param {HTMLElement | undefined} sentence
 */
function keepInSight(sentence) {
  const log = sentence?.closest('[role="log"]');
  if (!sentence || !log) return;
  const below = sentence.getBoundingClientRect().bottom - log.getBoundingClientRect().bottom;
  if (below > 0) log.scrollBy({ top: below + sentence.clientHeight });
}

/**
 * Marks the sentence that is being spoken, for reading along.
 * @param {() => number} position seconds of the sound that have been played
 */
export function createMarker(position) {
  let following = new AbortController();

  function stop() {
    following.abort();
    document.querySelector('[data-spoken]')?.removeAttribute('data-spoken');
  }

  return {
    stop,
    /**
     * @param {HTMLElement[]} sentences in the order in which they are spoken
     * @param {string} url the sound that speaks them
     * @param {(index: number, ago: number) => void} heard called for each sentence that has begun, `ago` seconds ago
     */
    async follow(sentences, url, heard) {
      stop();
      following = new AbortController();
      const { signal } = following;
      const asked = performance.now();
      /** @type {number[]} */
      let starts = [];
      try {
        const response = await fetch(url, { signal });
        starts = readCuePoints(await response.arrayBuffer());
      } catch {
        // Without cue points no sentence is marked. The sound is played and the words are shown nevertheless.
      }
      if (signal.aborted || starts.length !== sentences.length) return;
      let marked = -1;
      let begun = -1;
      let lastLook = asked;
      const timer = setInterval(() => {
        const now = position();
        const sinceLook = (performance.now() - lastLook) / 1000;
        lastLook = performance.now();
        for (const { index, ago } of sentencesBegun(starts, begun, now)) {
          begun = index;
          // Every sentence found now began after the previous look, so `ago` is limited to the time since that look. It
          // would be too large if the sound has skipped ahead.
          heard(index, Math.min(ago, sinceLook));
        }
        const index = starts.findLastIndex((start) => start <= now);
        if (index === marked) return;
        sentences[marked]?.removeAttribute('data-spoken');
        sentences[index]?.setAttribute('data-spoken', '');
        if (index > 0) keepInSight(sentences[index]);
        marked = index;
      }, step);
      signal.addEventListener('abort', () => clearInterval(timer));
    },
  };
}

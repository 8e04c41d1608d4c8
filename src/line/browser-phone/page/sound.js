import { createDecodedSound } from './decoded-sound.js';
import { createSoundOutput } from './sound-output.js';

/** @typedef {'playing' | 'ended' | 'blocked' | 'failed'} SoundEvent */

/** Seconds without progress after which a sound has failed. */
const patience = 20;

/**
 * Plays one sound at a time. The event `blocked` means that the browser requires a touch. A handler of the touch must
 * then call `unblock`, which continues the sound. The event `failed` means that neither the browser nor the page's own
 * decoder could play the sound, or that the sound made no progress for `patience` seconds. A blocked sound does not
 * fail: it waits for the touch.
 * @param {HTMLAudioElement} audio
 */
export function createSound(audio) {
  const output = createSoundOutput(audio);
  const decoded = createDecodedSound(output);
  let playing = new AbortController();
  let unblock = () => {};
  const nativePosition = () => audio.currentTime;
  let position = nativePosition;

  function stop() {
    playing.abort();
    audio.pause();
  }

  /**
   * @param {string} url
   * @param {(event: SoundEvent) => void} report
   */
  function play(url, report) {
    stop();
    playing = new AbortController();
    const { signal } = playing;
    let resume = playNative;
    let ticker = 0;
    signal.addEventListener('abort', () => clearInterval(ticker));

    /**
     * Ends the sound if it makes no progress from now on. Counts ticks instead of time, because a browser may suspend a
     * page in the background.
     */
    function watch() {
      clearInterval(ticker);
      if (signal.aborted) return;
      let last = position();
      let still = 0;
      ticker = setInterval(() => {
        still = position() === last ? still + 1 : 0;
        last = position();
        if (still === patience) end('failed');
      }, 1000);
    }
    /** @param {SoundEvent} event */
    function tell(event) {
      if (signal.aborted) return;
      if (event === 'blocked') clearInterval(ticker);
      else watch();
      report(event);
    }
    /** @param {'ended' | 'failed'} event */
    function end(event) {
      if (signal.aborted) return;
      stop();
      report(event);
    }
    function playNative() {
      if (!output.isBlocked()) return startNative();
      tell('blocked');
      void output.unblock()?.then(() => signal.aborted || startNative());
    }
    function startNative() {
      // A file that cannot be played also causes an error event, so only the refusal to play is handled here.
      audio.play().catch((/** @type {DOMException} */ refusal) => {
        if (refusal.name === 'NotAllowedError') tell('blocked');
      });
    }

    audio.addEventListener('playing', () => tell('playing'), { signal });
    audio.addEventListener('ended', () => end('ended'), { signal });
    audio.addEventListener(
      'error',
      () => {
        resume = () => void output.unblock();
        position = decoded.position;
        decoded.play(url, signal, (event) => (event === 'ended' ? end(event) : tell(event))).catch(() => end('failed'));
      },
      { signal },
    );
    unblock = () => {
      resume();
      watch();
    };
    position = nativePosition;
    audio.src = url;
    watch();
    playNative();
  }

  return {
    play,
    stop,
    /** Seconds of the sound that have been played. */
    position: () => position(),
    /** Call in a touch handler, after `blocked`: continues the sound. */
    unblock: () => unblock(),
    /**
     * Call in the touch handler that starts a call. WebKit then lets this element play when the line's answer arrives.
     */
    prepare() {
      void output.unblock();
      audio.load();
    },
    /** See `createSoundOutput` in `sound-output.js`. */
    setTelephone: output.setTelephone,
  };
}

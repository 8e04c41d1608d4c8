import { createDecodedSound } from './decoded-sound.js';
import { createSoundOutput } from './sound-output.js';

/** @typedef {'playing' | 'ended' | 'blocked' | 'failed'} SoundEvent */

const patience = 20_000;

/**
 * Plays one sound at a time. The event `blocked` means that the browser requires a touch, after which `unblock` continues the
 * sound. The event `failed` means that neither the browser nor the page's own decoder could play the sound.
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
    const impatience = setTimeout(() => end('failed'), patience);
    signal.addEventListener('abort', () => clearTimeout(impatience));

    /** @param {SoundEvent} event */
    function tell(event) {
      if (signal.aborted) return;
      clearTimeout(impatience);
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
        unblock = () => void output.unblock();
        position = decoded.position;
        decoded.play(url, signal, (event) => (event === 'ended' ? end(event) : tell(event))).catch(() => end('failed'));
      },
      { signal },
    );
    unblock = playNative;
    position = nativePosition;
    audio.src = url;
    playNative();
  }

  return {
    play,
    stop,
    /** Seconds of the sound that have been played. */
    position: () => position(),
    /** Call in a touch handler, after `blocked`: continues the sound. */
    unblock: () => unblock(),
    /** Call in the touch handler that starts a call: WebKit then lets this element play later, when the answer arrives. */
    prepare() {
      void output.unblock();
      audio.load();
    },
    /** See `createSoundOutput`. */
    setTelephone: output.setTelephone,
  };
}

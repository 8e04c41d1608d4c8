import { createTelephoneBand } from './telephone-band.js';

/**
 * Where the sound of this page leaves it. The audio element plays by itself until the quality of a telephone is asked for
 * the first time; from then on, and there is no way back, its sound goes through a context. So it is handed over only to a
 * context that runs: one that waits for a touch, or finds no device, would swallow every word.
 * @param {HTMLAudioElement} audio
 */
export function createSoundOutput(audio) {
  /** @type {{ context: AudioContext, band: ReturnType<typeof createTelephoneBand> } | undefined} */
  let way;
  let isTelephone = false;
  let isHandedOver = false;

  /** @throws {DOMException} where the browser allows no context */
  function open() {
    if (way) return way;
    const context = new AudioContext();
    const band = createTelephoneBand(context);
    band.output.connect(context.destination);
    context.addEventListener('statechange', handOver);
    way = { context, band };
    return way;
  }

  function handOver() {
    if (isHandedOver || !isTelephone || way?.context.state !== 'running') return;
    isHandedOver = true;
    way.context.createMediaElementSource(audio).connect(way.band.input);
  }

  /** Call from a touch: a context that waits for one goes on. */
  const unblock = () => way?.context.resume();

  // A browser may suspend the context of a page that was put aside; the next touch or key brings the sound back.
  for (const touch of ['pointerdown', 'keydown']) document.addEventListener(touch, () => void unblock());

  return {
    open,
    unblock,
    /** The element's sound would be swallowed, because the context it goes through stands still. */
    isBlocked: () => isHandedOver && way?.context.state !== 'running',
    /**
     * As on a telephone, or as the file is; at once, even in the middle of a word.
     * @param {boolean} isOn
     * @throws {DOMException} where the browser allows no context; the sound then stays as it is
     */
    setTelephone(isOn) {
      if (!isOn && !way) return;
      const { context, band } = open();
      isTelephone = isOn;
      band.setOn(isOn);
      void context.resume();
      handOver();
    },
  };
}

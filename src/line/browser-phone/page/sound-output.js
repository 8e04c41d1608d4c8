import { createTelephoneBand } from './telephone-band.js';

/**
 * The output of the page's sound. The audio element plays directly until telephone quality has been requested and the
 * audio context runs. From then on, the sound of the element goes through the context, which cannot be undone.
 * Therefore the element is connected only to a running context: with a context that waits for a touch, or finds no
 * device, the element would be silent.
 * @param {HTMLAudioElement} audio
 */
export function createSoundOutput(audio) {
  /** @type {{ context: AudioContext, band: ReturnType<typeof createTelephoneBand> } | undefined} */
  let way;
  let isTelephone = false;
  let isHandedOver = false;

  /** @throws {Error} when the browser has no Web Audio, or allows no context */
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

  /** Call in a touch handler: resumes a context that waits for a touch. */
  const unblock = () => way?.context.resume();

  // A browser may suspend the context of a page in the background; the next touch or key resumes it.
  for (const touch of ['pointerdown', 'keydown']) document.addEventListener(touch, () => void unblock());

  return {
    open,
    unblock,
    /** Whether the element would be silent, because its context is not running. */
    isBlocked: () => isHandedOver && way?.context.state !== 'running',
    /**
     * Switches between telephone quality and the original sound as soon as the context runs, even within a word.
     * @param {boolean} isOn
     * @throws {Error} when the browser has no Web Audio or allows no context; the sound is then unchanged
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

import { createTelephoneBand } from './telephone-band.js';

/**
 * The output of the page's sound. The audio element plays directly until telephone quality has been requested and the
 * audio context runs. From then on, the sound of the element goes through the context. This cannot be undone, so the
 * element is connected only to a running context. If the context waited for a touch, or found no device, a connected
 * element would be silent.
 * @param {HTMLAudioElement} audio
 */
export function createSoundOutput(audio) {
  /** @type {{ context: AudioContext, band: ReturnType<typeof createTelephoneBand> } | undefined} */
  let graph;
  let isTelephone = false;
  let isHandedOver = false;

  /** @throws {Error} when the browser has no Web Audio, or allows no context */
  function open() {
    if (graph) return graph;
    const context = new AudioContext();
    const band = createTelephoneBand(context);
    band.output.connect(context.destination);
    context.addEventListener('statechange', handOver);
    graph = { context, band };
    return graph;
  }

  function handOver() {
    if (isHandedOver || !isTelephone || graph?.context.state !== 'running') return;
    isHandedOver = true;
    graph.context.createMediaElementSource(audio).connect(graph.band.input);
  }

  /** Call in a touch handler: resumes a context that waits for a touch. */
  const unblock = () => graph?.context.resume();

  // A browser may suspend the context of a page in the background; the next touch or key resumes it.
  for (const touch of ['pointerdown', 'keydown']) document.addEventListener(touch, () => void unblock());

  return {
    open,
    unblock,
    /** Whether the element would be silent, because its sound goes through a context that is not running. */
    isBlocked: () => isHandedOver && graph?.context.state !== 'running',
    /**
     * Switches between telephone quality and the original sound as soon as the context runs, even within a word.
     * @param {boolean} isOn
     * @throws {Error} when the browser has no Web Audio or allows no context; the sound is then unchanged
     */
    setTelephone(isOn) {
      if (!isOn && !graph) return;
      const { context, band } = open();
      isTelephone = isOn;
      band.setOn(isOn);
      void context.resume();
      handOver();
    },
  };
}

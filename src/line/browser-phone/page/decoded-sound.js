import { decodeMuLawWav } from './mu-law.js';

/**
 * Plays µ-law WAV files without the browser's own decoders.
 * @param {ReturnType<typeof import('./sound-output.js').createSoundOutput>} output
 */
export function createDecodedSound(output) {
  /** @type {AudioContext | undefined} */
  let context;
  /**
   * The time of the context at which the sound began; null until it begins.
   * @type {number | null}
   */
  let began = null;

  return {
    /**
     * @param {string} url
     * @param {AbortSignal} signal ends the sound
     * @param {(event: 'playing' | 'ended' | 'blocked') => void} report see `createSound`
     * @throws when the sound cannot be loaded or is not µ-law, or when the browser has no Web Audio
     */
    async play(url, signal, report) {
      began = null;
      const response = await fetch(url, { signal });
      if (!response.ok) throw new Error(`The request for the sound failed with status ${response.status}.`);
      const { samples, sampleRate } = decodeMuLawWav(await response.arrayBuffer());
      const graph = output.open();
      context = graph.context;
      const buffer = context.createBuffer(1, samples.length, sampleRate);
      buffer.copyToChannel(samples, 0);
      const source = new AudioBufferSourceNode(context, { buffer });
      source.connect(graph.band.input);
      source.addEventListener('ended', () => report('ended'), { signal });
      signal.addEventListener('abort', () => source.disconnect());

      // A suspended context resumes only after a touch; until then the promise of `resume` stays pending.
      if (context.state === 'suspended') report('blocked');
      await context.resume();
      if (signal.aborted) return;
      source.start();
      began = context.currentTime;
      report('playing');
    },
    /** Seconds of the sound that have been played. */
    position: () => (context === undefined || began === null ? 0 : context.currentTime - began),
  };
}

import { decodeMuLawWav } from './mu-law.js';

/** @type {AudioContext | undefined} */
let context;
/** The context's time at which the sound began. */
let began = 0;

/**
 * Plays a µ-law WAV without the help of the browser's own decoders.
 * @param {string} url
 * @param {AbortSignal} signal ends the sound
 * @param {(event: 'playing' | 'ended' | 'blocked') => void} report
 * @throws when the sound cannot be loaded or is not µ-law
 */
export async function playDecoded(url, signal, report) {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`The sound was answered with ${response.status}.`);
  const { samples, sampleRate } = decodeMuLawWav(await response.arrayBuffer());
  context ??= new AudioContext();
  const player = context;
  const buffer = player.createBuffer(1, samples.length, sampleRate);
  buffer.copyToChannel(samples, 0);
  const source = new AudioBufferSourceNode(player, { buffer });
  source.connect(player.destination);
  source.addEventListener('ended', () => report('ended'), { signal });
  signal.addEventListener('abort', () => source.disconnect());

  // A suspended context resumes only after a touch; the promise simply stays open until then.
  if (player.state === 'suspended') report('blocked');
  await player.resume();
  if (signal.aborted) return;
  source.start();
  began = player.currentTime;
  report('playing');
}

/** Seconds of the sound that have been heard. */
export const decodedPosition = () => (context === undefined ? 0 : context.currentTime - began);

/** Call from a touch: a context that waits for one goes on. */
export function unblockDecoded() {
  void context?.resume();
}

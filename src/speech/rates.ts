import type { Speed } from './engine.ts';

/** Factor of the normal rate for callers who ask for slower speech. */
const slowFactor = 0.8;

/** Factor of the normal rate for numbers, which callers write down while listening. */
const numberFactor = 0.78;

/** Lower limit for the product of the two factors. Below it, speech breaks up into single sounds. */
const minFactor = 0.7;

/** The rate at which words are spoken, as a factor of the normal rate. */
export const rateFactor = (rate: 'normal' | 'number', speed: Speed): number =>
  Math.max((rate === 'number' ? numberFactor : 1) * (speed === 'slow' ? slowFactor : 1), minFactor);

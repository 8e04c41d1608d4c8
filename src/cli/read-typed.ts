import { dialOutcomes, type Input, keys } from '../call/input.ts';
import { normalise } from '../common/normalise.ts';

/**
 * Converts what was typed before Enter to an input: a key, or silence if nothing was typed. While a transfer is being
 * dialled, the input is the outcome of the transfer.
 * @param line what was typed
 * @returns null if it is no such input
 */
export function readTyped(line: string, isDialling: boolean): Input | null {
  const typed = normalise(line, 'NFKC').trim();
  if (isDialling) {
    const outcome = dialOutcomes.find((each) => each === typed);
    return outcome ? { kind: 'dial-ended', outcome } : null;
  }
  if (typed === '') return { kind: 'silence' };
  const key = keys.find((each) => each === typed);
  return key ? { kind: 'key', key } : null;
}

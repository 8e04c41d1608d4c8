import { dialOutcomes, type Input, keys } from '../call/input.ts';
import { normalise } from '../common/normalise.ts';

/**
 * Converts a typed line to an input. It is a key, or silence for an empty line. While dialling, it is the outcome of
 * the transfer.
 * @returns null if the line is none of these
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

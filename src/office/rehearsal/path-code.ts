import { type DialOutcome, dialOutcomes, type Input, type Key, keys } from '../../call/input.ts';
import { limits } from '../../call/limits.ts';
import type { State } from '../../call/state.ts';

/** The inputs that a user of the rehearsal phone can cause after a call has begun. */
export type RehearsedInput = Exclude<Input, { kind: 'call-started' } | { kind: 'limit-reached' }>;

const keySigns: Readonly<Partial<Record<Key, string>>> = { '*': 't', '#': 'h' };
const outcomeSigns: Readonly<Record<DialOutcome, string>> = { answered: 'a', busy: 'b', 'no-answer': 'n', failed: 'f' };
const silence = 's';

const inputs = new Map<string, RehearsedInput>([
  ...keys.map((key): [string, RehearsedInput] => [keySigns[key] ?? key, { kind: 'key', key }]),
  ...dialOutcomes.map((outcome): [string, RehearsedInput] => [outcomeSigns[outcome], { kind: 'dial-ended', outcome }]),
  [silence, { kind: 'silence' }],
]);

/**
 * Whether an input can occur on a screen. The end of a transfer occurs only on the transfer screen, where no other
 * input can.
 */
export const canOccur = ({ kind }: Input, screen: State['screen']): boolean =>
  (kind === 'dial-ended') === (screen === 'transfer');

/** The one-character code of an input in an address: digits stand for themselves, everything else is a letter. */
export function signOf(input: RehearsedInput): string {
  if (input.kind === 'silence') return silence;
  return input.kind === 'key' ? (keySigns[input.key] ?? input.key) : outcomeSigns[input.outcome];
}

/** The path of a call for an address, one character per input. */
export const encodePath = (path: readonly RehearsedInput[]): string => path.map(signOf).join('');

/** Reads what `encodePath` wrote. @returns null for anything else, and for more inputs than a call can have */
export function decodePath(text: string): RehearsedInput[] | null {
  const path = [...text].map((sign) => inputs.get(sign));
  const known = path.filter((input) => input !== undefined);
  return known.length === path.length && path.length <= limits.turnsPerCall ? known : null;
}

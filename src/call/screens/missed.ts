import type { Conditions } from '../input.ts';
import { limits, oneMissMore } from '../limits.ts';
import type { LanguageTag, Line } from '../line.ts';
import type { State } from '../state.ts';
import type { Turn } from '../step.ts';
import { lastResort } from '../turns/ask-for-person.ts';

type Counting = Extract<State, { screen: 'disaster' | 'topics' | 'explanation' | 'number' }> & {
  readonly language: LanguageTag;
};

/**
 * Counts one more silence or wrong key. The screen then repeats its text or its keys. After too many misses,
 * `lastResort` follows instead.
 * @param sayAgain returns the turn that repeats the text or the keys
 */
export function missed<Screen extends Counting>(
  line: Line,
  conditions: Conditions,
  state: Screen,
  sayAgain: (next: Screen) => Turn,
): Turn {
  const next = { ...state, misses: state.misses + 1, call: oneMissMore(state.call) };
  if (next.misses < limits.missesPerScreen && next.call.misses < limits.missesPerCall) return sayAgain(next);
  return lastResort(line, conditions, next.language, next.call);
}

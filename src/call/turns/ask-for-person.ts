import type { Conditions } from '../input.ts';
import type { LanguageTag, Line } from '../line.ts';
import { destinationFor, findPerson } from '../person.ts';
import { destinationPrompt, listeners, say } from '../say.ts';
import type { CallSoFar, State } from '../state.ts';
import type { Saying, Turn } from '../step.ts';
import { farewell } from './end-call.ts';
import { openNumber } from './open-number.ts';

export type Transfer = Extract<State, { screen: 'transfer' }>;

/** Answers key 0: connects to a person, or says why not and which number to call. */
export function askForPerson(line: Line, conditions: Conditions, language: LanguageTag | null, call: CallSoFar): Turn {
  const person = findPerson(line, conditions, language);
  if ('reason' in person) return openNumber(line, conditions, language, person.reason, call);
  return announce(line, conditions, language, person.numbers, false, call);
}

/**
 * After too many silences and wrong keys, connects the caller to a person. The caller has not asked for this, but some
 * telephones send no keys. If nobody can be reached, `farewell` ends the call.
 */
export function lastResort(line: Line, conditions: Conditions, language: LanguageTag, call: CallSoFar): Turn {
  const person = findPerson(line, conditions, language);
  if ('reason' in person) return farewell(line, conditions, language, call, person.reason);
  return announce(line, conditions, language, person.numbers, true, call);
}

function announce(
  line: Line,
  conditions: Conditions,
  language: LanguageTag | null,
  numbers: readonly string[],
  isLastResort: boolean,
  call: CallSoFar,
): Turn {
  const prompt = destinationPrompt(destinationFor(line, language).id, 'transfer');
  const sayings = listeners(line, language).map((tag) => ({ prompt, language: tag }));
  const state: Transfer = { screen: 'transfer', call, language, attempt: 0, lastResort: isLastResort };
  return dialOrGiveUp(line, conditions, state, numbers, sayings);
}

/**
 * Dials the next telephone number. If none is left, the caller hears what is said instead of a transfer. After a last
 * resort, the call then ends, unless the caller chooses something.
 */
export function dialOrGiveUp(
  line: Line,
  conditions: Conditions,
  state: Transfer,
  numbers: readonly string[],
  sayings: readonly Saying[],
): Turn {
  const { call, language } = state;
  const number = numbers[state.attempt];
  if (number !== undefined) {
    const destination = destinationFor(line, language).id;
    return { state, steps: [say(call, sayings), { do: 'dial', destination, number, language }] };
  }
  if (state.lastResort) return farewell(line, conditions, language, call, 'not-connected');
  return openNumber(line, conditions, language, 'not-connected', call);
}

import type { DisasterNotice } from '../disaster.ts';
import type { Conditions } from '../input.ts';
import { waitSeconds } from '../limits.ts';
import type { Line } from '../line.ts';
import { listeners, offerPerson, say, saying } from '../say.ts';
import type { CallSoFar, State } from '../state.ts';
import type { Saying, Turn } from '../step.ts';
import { safetyFirst } from './open-disaster.ts';

export type ChooseLanguage = Extract<State, { screen: 'choose-language' }>;

/** The language menu. Every item is heard in its own language; what key 0 can do in the announcers' languages. */
export function openLanguages(
  line: Line,
  conditions: Conditions,
  state: ChooseLanguage,
  preface: readonly Saying[],
): Turn {
  const items = line.languages.map(({ tag, key }) => saying(tag, 'language-item', key));
  const person = offerPerson(line, conditions, null);
  return {
    state,
    steps: [say(state.call, [...preface, ...items, ...person]), { do: 'wait-for-key', seconds: waitSeconds.languages }],
  };
}

/**
 * The very first turn of a call, or of one whose state cannot be read. Greeted in one language only, since everybody
 * waits for the greeting to end.
 */
export function greet(line: Line, conditions: Conditions, call: CallSoFar): Turn {
  const greeting = listeners(line, null)
    .slice(0, 1)
    .map((tag) => saying(tag, 'greeting'));
  return openLanguages(line, conditions, { screen: 'choose-language', call, misses: 0 }, greeting);
}

/** The language menu in a disaster: a warning in the announcers' languages takes the greeting's place. */
export function warn(line: Line, conditions: Conditions, { id }: DisasterNotice, call: CallSoFar): Turn {
  const state: ChooseLanguage = { screen: 'choose-language', call: { ...call, heard: id }, misses: 0 };
  return openLanguages(line, conditions, state, safetyFirst(line));
}

import type { DisasterNotice } from '../disaster.ts';
import type { Conditions } from '../input.ts';
import { waitSeconds } from '../limits.ts';
import type { Line } from '../line.ts';
import { listeners, offerPerson, say, saying } from '../say.ts';
import type { CallSoFar, State } from '../state.ts';
import type { Saying, Turn } from '../step.ts';
import { safetyFirst } from './open-disaster.ts';

export type ChooseLanguage = Extract<State, { screen: 'choose-language' }>;

/** The language menu. Each item is said in its own language; what key 0 does, in the announcers' languages. */
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
 * The first turn of a call, also of one whose state cannot be read. The greeting is in one language only, since all callers
 * wait for it to end.
 */
export function greet(line: Line, conditions: Conditions, call: CallSoFar): Turn {
  const greeting = listeners(line, null)
    .slice(0, 1)
    .map((tag) => saying(tag, 'greeting'));
  return openLanguages(line, conditions, { screen: 'choose-language', call, misses: 0 }, greeting);
}

/** The language menu in a disaster: a warning in the announcers' languages replaces the greeting. */
export function warn(line: Line, conditions: Conditions, { id }: DisasterNotice, call: CallSoFar): Turn {
  const state: ChooseLanguage = { screen: 'choose-language', call: { ...call, heard: id }, misses: 0 };
  return openLanguages(line, conditions, state, safetyFirst(line));
}

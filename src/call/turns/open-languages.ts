import type { DisasterNotice } from '../disaster.ts';
import type { Conditions } from '../input.ts';
import { waitSeconds } from '../limits.ts';
import type { Line } from '../line.ts';
import { listeners, offerPerson, say, saying } from '../say.ts';
import type { CallSoFar, State } from '../state.ts';
import type { Saying, Turn } from '../step.ts';
import { safetyFirst } from './open-disaster.ts';

export type ChooseLanguage = Extract<State, { screen: 'choose-language' }>;

/**
 * The language menu: an item for each language, in that language. Then callers hear what key 0 does, in the announcers'
 * languages, unless a notice is active.
 * @param preface said before the menu
 */
export function languageMenuTurn(
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
 * The greeting and the language menu. While no notice is active, a call in which no language is chosen yet begins with
 * this turn, and a call whose state cannot be read continues with it. The greeting is in one language only, because
 * callers of all languages have to wait for its end.
 */
export function greetingTurn(line: Line, conditions: Conditions, call: CallSoFar): Turn {
  const greeting = listeners(line, null)
    .slice(0, 1)
    .map((tag) => saying(tag, 'greeting'));
  return languageMenuTurn(line, conditions, { screen: 'choose-language', call, misses: 0 }, greeting);
}

/**
 * The language menu while a disaster notice is active. Instead of a greeting, callers hear what to do when in danger,
 * in the announcers' languages.
 */
export function disasterLanguageTurn(
  line: Line,
  conditions: Conditions,
  { id }: DisasterNotice,
  call: CallSoFar,
): Turn {
  const state: ChooseLanguage = { screen: 'choose-language', call: { ...call, heard: id }, misses: 0 };
  return languageMenuTurn(line, conditions, state, safetyFirst(line));
}

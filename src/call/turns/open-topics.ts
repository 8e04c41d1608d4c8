import type { Conditions } from '../input.ts';
import { waitSeconds } from '../limits.ts';
import type { LanguageTag, Line } from '../line.ts';
import { command, ifOutdated, offerPerson, say, saying, topicPrompt } from '../say.ts';
import type { CallSoFar, State } from '../state.ts';
import type { Saying, Turn } from '../step.ts';

export type Topics = Extract<State, { screen: 'topics' }>;

/** The topics alone: what is said after a first silence or wrong key. */
export const topicItems = (line: Line, language: LanguageTag): Saying[] =>
  line.topics.map(({ id, key }) => ({ prompt: topicPrompt(id), language, key }));

/**
 * What the menu of topics offers. The way back to the languages works too, but whoever understands the menu does not
 * need it, and it would cost everybody three seconds: only those who are lost hear of it.
 */
export const topicChoices = (line: Line, conditions: Conditions, language: LanguageTag): Saying[] => [
  ...topicItems(line, language),
  command.again(language),
  ...offerPerson(line, conditions, language),
];

/** Everything that can be pressed in the menu of topics, and how. */
export const howToChooseTopic = (
  line: Line,
  conditions: Conditions,
  language: LanguageTag,
  call: CallSoFar,
): Saying[] => [
  saying(language, 'how-to-press'),
  ...topicItems(line, language),
  command.again(language),
  command.speed(language, call),
  command.changeLanguage(language),
  ...offerPerson(line, conditions, language),
];

/** The menu of topics with the given words. */
export const topicsTurn = (state: Topics, sayings: readonly Saying[]): Turn => ({
  state,
  steps: [say(state.call, sayings), { do: 'wait-for-key', seconds: waitSeconds.topics }],
});

/**
 * The menu of topics, right after the language was chosen: a welcome comes first. That the notice may be out of date comes
 * last, since every topic says of when it is, and nobody waits longer for the first one.
 * @param preface said before it, where a number of its own has skipped the language menu
 */
export function openTopics(
  line: Line,
  conditions: Conditions,
  language: LanguageTag,
  call: CallSoFar,
  preface: readonly Saying[] = [],
): Turn {
  return topicsTurn({ screen: 'topics', call, language, misses: 0 }, [
    ...preface,
    saying(language, 'welcome'),
    ...topicChoices(line, conditions, language),
    ...ifOutdated(line, conditions, language, 'welcome-outdated'),
  ]);
}

/** The menu of topics again, without the welcome. */
export function returnToTopics(line: Line, conditions: Conditions, language: LanguageTag, call: CallSoFar): Turn {
  return topicsTurn({ screen: 'topics', call, language, misses: 0 }, topicChoices(line, conditions, language));
}

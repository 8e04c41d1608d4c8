import type { Conditions } from '../input.ts';
import { waitSeconds } from '../limits.ts';
import type { LanguageTag, Line } from '../line.ts';
import { command, ifOutdated, offerPerson, say, saying, topicPrompt } from '../say.ts';
import type { CallSoFar, State } from '../state.ts';
import type { Saying, Turn } from '../step.ts';

export type Topics = Extract<State, { screen: 'topics' }>;

/** The topics without the commands. After a first silence or wrong key, callers hear only these. */
export const topicItems = (line: Line, language: LanguageTag): Saying[] =>
  line.topics.map(({ id, key }) => ({ prompt: topicPrompt(id), language, key }));

/**
 * What the topics menu offers. The keys for the language menu and for the speed work too, but are named only after two
 * misses, because naming them would cost every caller several seconds.
 */
export const topicChoices = (line: Line, conditions: Conditions, language: LanguageTag): Saying[] => [
  ...topicItems(line, language),
  command.again(language),
  ...offerPerson(line, conditions, language),
];

/** All keys of the topics menu, and how to press them. */
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

/** The topics menu with the given sayings. */
export const topicsTurn = (state: Topics, sayings: readonly Saying[]): Turn => ({
  state,
  steps: [say(state.call, sayings), { do: 'wait-for-key', seconds: waitSeconds.topics }],
});

/**
 * The topics menu with a welcome: the first menu after the choice of a language, or after the notice. Once the review
 * date has passed, a warning comes last, so that callers hear the first topic sooner. Every topic repeats the warning.
 * @param preface said before the welcome: the greeting, if the caller dialled a number that belongs to one language
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

/** The topics menu again, without the welcome. */
export function returnToTopics(line: Line, conditions: Conditions, language: LanguageTag, call: CallSoFar): Turn {
  return topicsTurn({ screen: 'topics', call, language, misses: 0 }, topicChoices(line, conditions, language));
}

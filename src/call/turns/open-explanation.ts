import type { Conditions } from '../input.ts';
import { waitSeconds } from '../limits.ts';
import type { LanguageTag, Line, Topic } from '../line.ts';
import { command, ifOutdated, offerPerson, say, saying } from '../say.ts';
import type { CallSoFar, State } from '../state.ts';
import type { Saying, Turn } from '../step.ts';

export type Explanation = Extract<State, { screen: 'explanation' }>;

/** @throws RangeError when the line has no such topic; a decoded state names only topics of the line */
export function topicById(line: Line, id: string): Topic {
  const topic = line.topics.find((each) => each.id === id);
  if (!topic) throw new RangeError(`The line has no topic "${id}".`);
  return topic;
}

/** The keys offered after an explanation. */
export const explanationChoices = (
  line: Line,
  conditions: Conditions,
  language: LanguageTag,
  call: Pick<CallSoFar, 'slow'>,
): Saying[] => [
  command.again(language),
  command.speed(language, call),
  command.backToTopics(language),
  ...offerPerson(line, conditions, language),
];

/** The screen of one part of a topic, with the given sayings. */
export const explanationTurn = (state: Explanation, sayings: readonly Saying[]): Turn => ({
  state,
  steps: [say(state.call, sayings), { do: 'wait-for-key', seconds: waitSeconds.explanation }],
});

/**
 * One part of a topic, and the keys after it. Once the review date has passed, every topic begins with a warning,
 * because callers who pressed a key early have not heard the warning after the first menu.
 * @throws RangeError when the topic has no such part
 */
export function openExplanation(
  line: Line,
  conditions: Conditions,
  language: LanguageTag,
  topic: string,
  part: number,
  call: CallSoFar,
): Turn {
  const { parts } = topicById(line, topic);
  const prompt = parts[part];
  if (prompt === undefined) throw new RangeError(`The topic "${topic}" has no part ${part}.`);
  const warning = part === 0 ? ifOutdated(line, conditions, language, 'topic-outdated') : [];
  const more = part + 1 < parts.length ? [saying(language, 'more-follows')] : [];
  return explanationTurn({ screen: 'explanation', call, language, topic, part, misses: 0 }, [
    ...warning,
    { prompt, language },
    ...explanationChoices(line, conditions, language, call),
    ...more,
  ]);
}

import { type Conditions, commandKeys, type Input, silentKeys } from '../input.ts';
import type { Line, Topic } from '../line.ts';
import type { Turn } from '../step.ts';
import { askForPerson } from '../turns/ask-for-person.ts';
import { openExplanation } from '../turns/open-explanation.ts';
import { languageMenuTurn } from '../turns/open-languages.ts';
import { howToChooseTopic, type Topics, topicChoices, topicItems, topicsTurn } from '../turns/open-topics.ts';
import { missed } from './missed.ts';

/** The topic that a digit chooses: the same in the menu, during an explanation and on the number screen. */
export const topicOf = (line: Line, key: string | null): Topic | undefined =>
  line.topics.find((topic) => topic.key === key);

/** Answers an input on the topics menu. */
export function topics(line: Line, conditions: Conditions, state: Topics, input: Input): Turn {
  const { call, language } = state;
  const key = input.kind === 'key' ? input.key : null;
  const chosen = key === silentKeys.onward ? line.topics[0] : topicOf(line, key);
  if (chosen) return openExplanation(line, conditions, language, chosen.id, 0, call);
  if (key === commandKeys.again) return topicsTurn(state, topicChoices(line, conditions, language));
  if (key === commandKeys.slower)
    return topicsTurn({ ...state, call: { ...call, slow: !call.slow } }, topicChoices(line, conditions, language));
  if (key === commandKeys.person) return askForPerson(line, conditions, language, call);
  if (key === commandKeys.back || key === silentKeys.back) {
    return languageMenuTurn(line, conditions, { screen: 'choose-language', call, misses: 0 }, []);
  }
  return missed(line, conditions, state, (next) =>
    topicsTurn(
      next,
      next.misses === 1 ? topicItems(line, language) : howToChooseTopic(line, conditions, language, next.call),
    ),
  );
}

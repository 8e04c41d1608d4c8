import { type Conditions, commandKeys, type Input, silentKeys } from '../input.ts';
import type { Line } from '../line.ts';
import { saying } from '../say.ts';
import type { Turn } from '../step.ts';
import { askForPerson } from '../turns/ask-for-person.ts';
import {
  type Explanation,
  explanationChoices,
  explanationTurn,
  openExplanation,
  topicById,
} from '../turns/open-explanation.ts';
import { returnToTopics } from '../turns/open-topics.ts';
import { missed } from './missed.ts';
import { topicOf } from './topics.ts';

/** The next part of the topic; null after the last one. */
function nextPart(line: Line, conditions: Conditions, state: Explanation): Turn | null {
  const next = state.part + 1;
  if (next >= topicById(line, state.topic).parts.length) return null;
  return openExplanation(line, conditions, state.language, state.topic, next, state.call);
}

/** The first part of the next topic, or the menu after the last topic. */
function nextTopic(line: Line, conditions: Conditions, state: Explanation): Turn {
  const next = line.topics[line.topics.findIndex(({ id }) => id === state.topic) + 1];
  if (!next) return returnToTopics(line, conditions, state.language, state.call);
  return openExplanation(line, conditions, state.language, next.id, 0, state.call);
}

/**
 * Answers an input after one part of a topic. Silence and `#` lead to the next part. After the last part, silence leads
 * to the menu, and `#` to the next topic.
 */
export function explanation(line: Line, conditions: Conditions, state: Explanation, input: Input): Turn {
  const { call, language } = state;
  if (input.kind === 'silence')
    return nextPart(line, conditions, state) ?? returnToTopics(line, conditions, language, call);
  const key = input.kind === 'key' ? input.key : null;
  const chosen = topicOf(line, key);
  if (chosen) return openExplanation(line, conditions, language, chosen.id, 0, call);
  if (key === commandKeys.again) return openExplanation(line, conditions, language, state.topic, state.part, call);
  if (key === commandKeys.slower) {
    return openExplanation(line, conditions, language, state.topic, state.part, { ...call, slow: !call.slow });
  }
  if (key === commandKeys.person) return askForPerson(line, conditions, language, call);
  if (key === commandKeys.back || key === silentKeys.back) return returnToTopics(line, conditions, language, call);
  if (key === silentKeys.onward) return nextPart(line, conditions, state) ?? nextTopic(line, conditions, state);
  return missed(line, conditions, state, (next) => {
    const choices = explanationChoices(line, conditions, language, next.call);
    return explanationTurn(next, next.misses === 1 ? choices : [saying(language, 'how-to-press'), ...choices]);
  });
}

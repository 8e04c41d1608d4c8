import { commandKeys, silentKeys } from '../command-keys.ts';
import type { Conditions, Input } from '../input.ts';
import type { Line } from '../line.ts';
import { saying } from '../say.ts';
import type { Turn } from '../step.ts';
import { askForPerson } from '../turns/ask-for-person.ts';
import { openExplanation } from '../turns/open-explanation.ts';
import { type NumberScreen, numberChoices, numberTurn, openNumber } from '../turns/open-number.ts';
import { returnToTopics } from '../turns/open-topics.ts';
import { missed } from './missed.ts';
import { topicOf } from './topics.ts';

export function number(line: Line, conditions: Conditions, state: NumberScreen, input: Input): Turn {
  const { language } = state;
  if (input.kind === 'silence') return returnToTopics(line, language, state);
  const key = input.kind === 'key' ? input.key : null;
  const chosen = topicOf(line, key);
  if (chosen) return openExplanation(line, language, chosen.id, 0, state);
  if (key === commandKeys.again) return openNumber(line, language, state.reason, state);
  if (key === commandKeys.slower) return openNumber(line, language, state.reason, { ...state, slow: !state.slow });
  if (key === commandKeys.person) return askForPerson(line, conditions, language, state);
  if (key === commandKeys.back || key === silentKeys.back || key === silentKeys.onward) {
    return returnToTopics(line, language, state);
  }
  return missed(line, conditions, state, (next) => {
    const choices = numberChoices(language, next);
    return numberTurn(next, next.misses === 1 ? choices : [saying(language, 'how-to-press'), ...choices]);
  });
}

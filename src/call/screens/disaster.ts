import { topicsKey } from '../disaster.ts';
import { type Conditions, commandKeys, type Input, silentKeys } from '../input.ts';
import type { Line } from '../line.ts';
import { saying } from '../say.ts';
import type { Turn } from '../step.ts';
import { askForPerson } from '../turns/ask-for-person.ts';
import {
  type Disaster,
  disasterChoices,
  disasterTurn,
  isUrgentAhead,
  openDisaster,
  sayMore,
  sayNotice,
} from '../turns/open-disaster.ts';
import { languageMenuTurn } from '../turns/open-languages.ts';
import { openTopics } from '../turns/open-topics.ts';
import { missed } from './missed.ts';

/**
 * Answers an input during the disaster notice. A silence leads to the next part. After a wrong key, or after a silence
 * at the end of the last part, the whole notice is repeated once, because people in danger do many things at the same
 * time. If staff have switched the notice off since the last turn, the call continues with the topics, unless the
 * caller asks for a person or for the languages.
 */
export function disaster(line: Line, conditions: Conditions, state: Disaster, input: Input): Turn {
  const { call, language, safety } = state;
  const { disaster: notice } = conditions;
  const key = input.kind === 'key' ? input.key : null;
  if (key === commandKeys.back || key === silentKeys.back) {
    return languageMenuTurn(line, conditions, { screen: 'choose-language', call, misses: 0 }, []);
  }
  if (key === commandKeys.person) return askForPerson(line, conditions, language, call);
  if (notice === null) return openTopics(line, conditions, language, call);
  if (key === topicsKey || key === silentKeys.onward) {
    // Until the caller has heard what has happened and what to do, these keys lead to the next part of the notice.
    const unheard = isUrgentAhead(line, notice, state) ? sayMore(line, notice, state) : null;
    return unheard ?? openTopics(line, conditions, language, call);
  }
  if (key === commandKeys.again) return openDisaster(line, notice, language, call, safety);
  if (key === commandKeys.slower) return openDisaster(line, notice, language, { ...call, slow: !call.slow }, safety);
  const more = input.kind === 'silence' ? sayMore(line, notice, state) : null;
  if (more) return more;
  return missed(line, conditions, state, (next) =>
    next.misses === 1
      ? sayNotice(line, notice, { ...next, part: 0 })
      : disasterTurn(next, [saying(language, 'how-to-press'), ...disasterChoices(language, next.call)]),
  );
}

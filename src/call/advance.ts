import type { Conditions, Input } from './input.ts';
import type { Line } from './line.ts';
import { saying } from './say.ts';
import { chooseLanguage } from './screens/choose-language.ts';
import { explanation } from './screens/explanation.ts';
import { number } from './screens/number.ts';
import { topics } from './screens/topics.ts';
import { transfer } from './screens/transfer.ts';
import type { State } from './state.ts';
import type { Turn } from './step.ts';
import { farewell, goodbye } from './turns/end-call.ts';
import { greet } from './turns/open-languages.ts';
import { openTopics } from './turns/open-topics.ts';

/** What `advance` needs of an edition. */
export interface Edition {
  /** The first digits of its hash; they ride in the state, so that a call ends on the edition on which it began. */
  readonly id: string;
  readonly line: Line;
}

/**
 * One turn of a call: what happened goes in, what the line does comes out. Pure: the same arguments always give the
 * same answer, so a repeated webhook is harmless and every reachable turn can be walked in a test.
 * @param state null when the call begins
 */
export function advance({ id, line }: Edition, conditions: Conditions, state: State | null, input: Input): Turn {
  if (input.kind === 'call-started' || state === null) {
    const language = input.kind === 'call-started' ? input.language : undefined;
    const start = { edition: id, callMisses: 0, slow: false };
    const own = line.languages.find(({ tag }) => tag === language);
    return own ? openTopics(line, conditions, own.tag, start, [saying(own.tag, 'greeting')]) : greet(line, id);
  }
  if (input.kind === 'limit-reached') {
    return farewell(line, state.screen === 'choose-language' ? null : state.language, state, ['limit']);
  }
  switch (state.screen) {
    case 'choose-language':
      return chooseLanguage(line, conditions, state, input);
    case 'topics':
      return topics(line, conditions, state, input);
    case 'explanation':
      return explanation(line, conditions, state, input);
    case 'transfer':
      return transfer(line, conditions, state, input);
    case 'number':
      return number(line, conditions, state, input);
    case 'ended':
      return goodbye(line, state.language, state);
  }
}

import { isUnheard, sayableNotice } from './disaster.ts';
import type { Conditions, Input } from './input.ts';
import type { Line } from './line.ts';
import { saying } from './say.ts';
import { chooseLanguage } from './screens/choose-language.ts';
import { disaster } from './screens/disaster.ts';
import { explanation } from './screens/explanation.ts';
import { number } from './screens/number.ts';
import { topics } from './screens/topics.ts';
import { transfer } from './screens/transfer.ts';
import type { CallSoFar, State } from './state.ts';
import type { Turn } from './step.ts';
import { endAtLimit, goodbye } from './turns/end-call.ts';
import { openDisaster } from './turns/open-disaster.ts';
import { disasterLanguageTurn, greetingTurn } from './turns/open-languages.ts';
import { openTopics } from './turns/open-topics.ts';

/** The part of an edition that `advance` needs. */
export interface CallEdition {
  /**
   * The first digits of the edition's hash. The state carries them, so that a call stays on the edition it began on.
   */
  readonly id: string;
  readonly line: Line;
}

/**
 * One turn of a call: takes what happened and returns what the line does. Pure: the same arguments always give the same
 * result, so a repeated webhook is harmless and a test can walk every reachable turn.
 * @param state null when the call begins, or when its state cannot be read
 */
export function advance(edition: CallEdition, conditions: Conditions, state: State | null, input: Input): Turn {
  const disaster = conditions.disaster && sayableNotice(edition.line, conditions.disaster);
  const turn = react(edition, { ...conditions, disaster }, state, input);
  const isConnecting = state === null || input.kind === 'call-started' || state.screen === 'transfer';
  if (!isConnecting) return turn;
  return {
    ...turn,
    steps: turn.steps.map((step) => (step.do === 'say' ? { ...step, afterConnecting: true } : step)),
  };
}

function react({ id, line }: CallEdition, conditions: Conditions, state: State | null, input: Input): Turn {
  const { disaster: notice } = conditions;
  if (input.kind === 'call-started' || state === null) {
    const language = input.kind === 'call-started' ? input.language : undefined;
    const start: CallSoFar = { edition: id, misses: 0, slow: false, heard: null };
    const own = line.languages.find(({ tag }) => tag === language);
    if (notice)
      return own
        ? openDisaster(line, notice, own.tag, start, 'first')
        : disasterLanguageTurn(line, conditions, notice, start);
    if (!own) return greetingTurn(line, conditions, start);
    return openTopics(line, conditions, own.tag, start, [saying(own.tag, 'greeting')]);
  }
  if (input.kind === 'limit-reached') {
    return endAtLimit(line, conditions, state.screen === 'choose-language' ? null : state.language, state.call);
  }
  const isOver = state.screen === 'ended' || (input.kind === 'dial-ended' && input.outcome === 'answered');
  if (notice && isUnheard(notice, state.call) && !isOver && !isChoosing(state)) {
    const { language } = state;
    if (language === null) return disasterLanguageTurn(line, conditions, notice, state.call);
    return openDisaster(line, notice, language, state.call, 'first');
  }
  switch (state.screen) {
    case 'choose-language':
      return chooseLanguage(line, conditions, state, input);
    case 'disaster':
      return disaster(line, conditions, state, input);
    case 'topics':
      return topics(line, conditions, state, input);
    case 'explanation':
      return explanation(line, conditions, state, input);
    case 'transfer':
      return transfer(line, conditions, state, input);
    case 'number':
      return number(line, conditions, state, input);
    case 'ended':
      return goodbye(line, state.language, state.call);
  }
}

type Choosing =
  | Extract<State, { screen: 'choose-language' }>
  | (Extract<State, { screen: 'number' }> & { language: null });

/**
 * Whether digits choose a language in this state. If they do, the choice is handled before callers hear a new notice.
 */
const isChoosing = (state: State): state is Choosing =>
  state.screen === 'choose-language' || (state.screen === 'number' && state.language === null);

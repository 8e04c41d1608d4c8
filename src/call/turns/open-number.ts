import { waitSeconds } from '../limits.ts';
import type { LanguageTag, Line } from '../line.ts';
import { command, listeners, numberAndHours, say, saying } from '../say.ts';
import type { CallSoFar, Reason, State } from '../state.ts';
import type { Saying, Turn } from '../step.ts';
import { openLanguages } from './open-languages.ts';

export type NumberScreen = Extract<State, { screen: 'number' }>;

/** Everything that is offered after the number was said. */
export const numberChoices = (language: LanguageTag, call: Pick<CallSoFar, 'slow'>): Saying[] => [
  command.again(language),
  command.speed(language, call),
  command.backToTopics(language),
];

/** The screen of the number, with the given words. */
export const numberTurn = (state: NumberScreen, sayings: readonly Saying[]): Turn => ({
  state,
  steps: [say(state, sayings), { do: 'wait-for-key', seconds: waitSeconds.number }],
});

/**
 * Instead of a person: why not, the number to call, its hours. Before a language is chosen digits mean languages, so
 * the language menu follows at once.
 */
export function openNumber(line: Line, language: LanguageTag | null, reason: Reason, call: CallSoFar): Turn {
  const { edition, callMisses, slow, heard } = call;
  const all = listeners(line, language);
  const told: Saying[] = [
    ...all.map((tag) => saying(tag, `reason-${reason}`)),
    ...numberAndHours(line, language),
    ...(reason === 'closed' || reason === 'disaster' ? all.map((tag) => saying(tag, 'emergency')) : []),
  ];
  if (language === null) {
    return openLanguages(line, { screen: 'choose-language', edition, callMisses, slow, heard, misses: 0 }, told);
  }
  const state: NumberScreen = { screen: 'number', edition, callMisses, slow, heard, language, reason, misses: 0 };
  return numberTurn(state, [...told, ...numberChoices(language, call)]);
}

import type { Conditions } from '../input.ts';
import { waitSeconds } from '../limits.ts';
import type { LanguageTag, Line } from '../line.ts';
import { command, datedNumberOf, hoursOf, listeners, say, saying } from '../say.ts';
import type { CallSoFar, State, Telling } from '../state.ts';
import type { Saying, Turn } from '../step.ts';

export type NumberScreen = Extract<State, { screen: 'number' }>;

/** Everything that is offered after the number was said; while a notice is on, no topics. */
export const numberChoices = (
  conditions: Conditions,
  language: LanguageTag,
  call: Pick<CallSoFar, 'slow'>,
): Saying[] => [
  command.again(language),
  command.speed(language, call),
  conditions.disaster ? command.changeLanguage(language) : command.backToTopics(language),
];

/** The screen of the number, with the given words. */
export const numberTurn = (
  state: NumberScreen,
  sayings: readonly Saying[],
  seconds: number = waitSeconds.number,
): Turn => ({
  state,
  steps: [say(state.call, sayings), { do: 'wait-for-key', seconds }],
});

/**
 * Instead of a person: why not, the number to call, its hours. In a disaster the numbers that help then, and no other.
 * @param ends the call ends after it, unless a key is pressed
 */
export function openNumber(
  line: Line,
  conditions: Conditions,
  language: LanguageTag | null,
  reason: Telling,
  call: CallSoFar,
  ends = false,
): Turn {
  return sayNumber(line, conditions, { screen: 'number', call, language, misses: 0, reason, part: 0, ends });
}

/** The part at which a call stands, and what can be pressed then: before a language is chosen, the keys of languages. */
export function sayNumber(line: Line, conditions: Conditions, state: NumberScreen): Turn {
  const { language, part, ends } = state;
  const parts = partsOf(line, conditions, state);
  const said = parts[part] ?? [];
  if (language === null) {
    const spoken = new Set(said.map((each) => each.language));
    const items = line.languages.filter(({ tag }) => spoken.has(tag));
    return numberTurn(
      state,
      [...said, ...items.map(({ tag, key }) => saying(tag, 'language-item', key))],
      waitSeconds.more,
    );
  }
  // While a notice is on, who waits hears it.
  const goesOn = !ends && (part + 1 < parts.length || conditions.disaster !== null);
  const more = goesOn ? [saying(language, 'more-follows')] : [];
  return numberTurn(state, [...said, ...numberChoices(conditions, language, state.call), ...more]);
}

/** The next part; null after the last one. */
export function sayMoreOfNumber(line: Line, conditions: Conditions, state: NumberScreen): Turn | null {
  const next = { ...state, part: state.part + 1 };
  return next.part < partsOf(line, conditions, state).length ? sayNumber(line, conditions, next) : null;
}

/**
 * What is told, turn by turn, so that nobody listens longer than a minute before a key is asked for: first the number, then
 * its hours. Before a language is chosen one turn is in one language, but in a disaster, when everybody needs the same two
 * short numbers at once.
 */
function partsOf(line: Line, conditions: Conditions, { language, reason: asked, ends }: NumberScreen): Saying[][] {
  // Also where a transfer has failed, or the notice came after the number.
  const reason = conditions.disaster ? 'disaster' : asked;
  const all = listeners(line, language);
  const because = (tag: LanguageTag): Saying[] => (reason === 'silence' ? [] : [saying(tag, `reason-${reason}`)]);
  if (reason === 'disaster') return [[...all.flatMap(because), ...all.map((tag) => saying(tag, 'emergency'))]];
  const numbers = all.map((tag) => [...because(tag), ...datedNumberOf(line, conditions, language, tag)]);
  if (ends) return numbers;
  const further = all.map((tag) => [
    ...hoursOf(line, language, tag),
    ...(reason === 'closed' ? [saying(tag, 'emergency')] : []),
  ]);
  return [...numbers, ...further.filter((sayings) => sayings.length > 0)];
}

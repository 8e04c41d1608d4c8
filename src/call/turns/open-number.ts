import type { Conditions } from '../input.ts';
import { waitSeconds } from '../limits.ts';
import type { LanguageTag, Line } from '../line.ts';
import { closureOf, command, datedNumberOf, hoursOf, listeners, say, saying } from '../say.ts';
import type { CallSoFar, NumberReason, State } from '../state.ts';
import type { Saying, Turn } from '../step.ts';

export type NumberScreen = Extract<State, { screen: 'number' }>;

/** The keys offered after the number. While a notice is active, the language menu is offered instead of the topics. */
export const numberChoices = (
  conditions: Conditions,
  language: LanguageTag,
  call: Pick<CallSoFar, 'slow'>,
): Saying[] => [
  command.again(language),
  command.speed(language, call),
  conditions.disaster ? command.changeLanguage(language) : command.backToTopics(language),
];

/** The number screen, with the given sayings. */
export const numberTurn = (
  state: NumberScreen,
  sayings: readonly Saying[],
  seconds: number = waitSeconds.number,
): Turn => ({
  state,
  steps: [say(state.call, sayings), { do: 'wait-for-key', seconds }],
});

/**
 * Opens the number screen, on which callers hear what `partsOf` returns instead of being connected to a person.
 * @param ends whether the call ends afterwards, unless the caller chooses something
 */
export function openNumber(
  line: Line,
  conditions: Conditions,
  language: LanguageTag | null,
  reason: NumberReason,
  call: CallSoFar,
  ends = false,
): Turn {
  return sayNumber(line, conditions, { screen: 'number', call, language, misses: 0, reason, part: 0, ends });
}

/**
 * Says the current part and the keys after it. Before a language is chosen, these are the keys of the languages just
 * spoken.
 */
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
  // While a notice is active, callers who press no key hear the notice next.
  const goesOn = !ends && (part + 1 < parts.length || conditions.disaster !== null);
  const more = goesOn ? [saying(language, 'more-follows')] : [];
  return numberTurn(state, [...said, ...numberChoices(conditions, language, state.call), ...more]);
}

/** The next part of what is said; null after the last one. */
export function sayMoreOfNumber(line: Line, conditions: Conditions, state: NumberScreen): Turn | null {
  const next = { ...state, part: state.part + 1 };
  return next.part < partsOf(line, conditions, state).length ? sayNumber(line, conditions, next) : null;
}

/**
 * What is said in each turn of the number screen. The reason and the number come first. If the call does not end
 * afterwards, the hours follow if they are known. For the reason `closed`, what to do in an emergency follows too. With
 * separate turns, no caller listens for more than a minute before being asked for a key. Before a language is chosen,
 * each turn is in one language. In a disaster, all languages share one turn, because all callers need the same two
 * emergency numbers immediately.
 */
function partsOf(line: Line, conditions: Conditions, { language, reason: asked, ends }: NumberScreen): Saying[][] {
  // A notice replaces every other reason, even if a transfer has failed, or if the notice was switched on while the
  // caller was already on this screen.
  const reason = conditions.disaster ? 'disaster' : asked;
  const all = listeners(line, language);
  const because = (tag: LanguageTag): Saying[] => {
    if (reason === 'silence') return [];
    const closure = reason === 'closed' ? closureOf(line, conditions, language, tag) : [];
    return [saying(tag, `reason-${reason}`), ...closure];
  };
  if (reason === 'disaster') return [[...all.flatMap(because), ...all.map((tag) => saying(tag, 'emergency'))]];
  const numbers = all.map((tag) => [...because(tag), ...datedNumberOf(line, conditions, language, tag)]);
  if (ends) return numbers;
  const further = all.map((tag) => [
    ...hoursOf(line, language, tag),
    ...(reason === 'closed' ? [saying(tag, 'emergency')] : []),
  ]);
  return [...numbers, ...further.filter((sayings) => sayings.length > 0)];
}

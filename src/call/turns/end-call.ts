import type { Conditions } from '../input.ts';
import type { LanguageTag, Line } from '../line.ts';
import { datedNumberOf, hoursOf, type LinePrompt, listeners, say, saying } from '../say.ts';
import type { CallSoFar, NumberReason } from '../state.ts';
import type { Saying, Turn } from '../step.ts';
import { openNumber } from './open-number.ts';

const hangUp = (language: LanguageTag | null, call: CallSoFar, sayings: readonly Saying[]): Turn => ({
  state: { screen: 'ended', call, language },
  steps: [say(call, sayings), { do: 'hang-up' }],
});

const all = (line: Line, language: LanguageTag | null, prompt: LinePrompt): Saying[] =>
  listeners(line, language).map((tag) => saying(tag, prompt));

/**
 * Ends a call in which no transfer succeeded: says the reason (except for `silence`) and which number to call, and
 * waits for a key. Unless the caller chooses something, `lastWords` follow. In a disaster no number is given, so
 * `lastWords` are said immediately.
 */
export function farewell(
  line: Line,
  conditions: Conditions,
  language: LanguageTag | null,
  call: CallSoFar,
  why: NumberReason,
): Turn {
  if (conditions.disaster) return lastWords(line, conditions, language, call);
  return openNumber(line, conditions, language, why, call, true);
}

/**
 * The last turn of a call in which no transfer succeeded. In a disaster, the reason is said first. Otherwise the hours
 * of the destination are said first, if they are known and the caller has chosen a language. What to do in an emergency
 * and a goodbye follow.
 */
export function lastWords(line: Line, conditions: Conditions, language: LanguageTag | null, call: CallSoFar): Turn {
  const isDisaster = conditions.disaster !== null;
  return hangUp(language, call, [
    ...(isDisaster ? all(line, language, 'reason-disaster') : []),
    ...(language === null || isDisaster ? [] : hoursOf(line, language, language)),
    ...all(line, language, 'emergency'),
    ...all(line, language, 'goodbye'),
  ]);
}

/**
 * Ends a call that has had too many turns. Keys no longer work, so everything is said in one turn, at the normal speed:
 * that the call ends, the number to call, what to do in an emergency, and goodbye. Callers who have not chosen a
 * language hear only the first two, because everything is said in several languages. In a disaster, nobody hears the
 * number, and everybody hears the other three.
 */
export function endAtLimit(line: Line, conditions: Conditions, language: LanguageTag | null, call: CallSoFar): Turn {
  const isDisaster = conditions.disaster !== null;
  return hangUp(language, { ...call, slow: false }, [
    ...all(line, language, 'limit'),
    ...(isDisaster ? [] : listeners(line, language).flatMap((tag) => datedNumberOf(line, conditions, language, tag))),
    ...(isDisaster || language !== null
      ? [...all(line, language, 'emergency'), ...all(line, language, 'goodbye')]
      : []),
  ]);
}

/** The end of a call after a transfer that succeeded. It also answers inputs that arrive after the end of a call. */
export function goodbye(line: Line, language: LanguageTag | null, call: CallSoFar): Turn {
  return hangUp(language, call, all(line, language, 'goodbye'));
}

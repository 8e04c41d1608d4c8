import type { LanguageTag, Line } from '../line.ts';
import { type LinePrompt, listeners, numberAndHours, say, saying } from '../say.ts';
import type { CallSoFar } from '../state.ts';
import type { Saying, Turn } from '../step.ts';

const hangUp = (
  language: LanguageTag | null,
  { edition, callMisses, slow, heard }: CallSoFar,
  sayings: readonly Saying[],
): Turn => ({
  state: { screen: 'ended', edition, callMisses, slow, heard, language },
  steps: [say({ slow }, sayings), { do: 'hang-up' }],
});

/** The end of a call that reached nobody: why, the number to call, what to do in an emergency, goodbye. */
export function farewell(
  line: Line,
  language: LanguageTag | null,
  call: CallSoFar,
  because: readonly LinePrompt[],
): Turn {
  const all = (prompt: LinePrompt) => listeners(line, language).map((tag) => saying(tag, prompt));
  return hangUp(language, call, [
    ...because.flatMap(all),
    ...numberAndHours(line, language),
    ...all('emergency'),
    ...all('goodbye'),
  ]);
}

/** The end of a call that went well. */
export function goodbye(line: Line, language: LanguageTag | null, call: CallSoFar): Turn {
  return hangUp(
    language,
    call,
    listeners(line, language).map((tag) => saying(tag, 'goodbye')),
  );
}

import { isUnheard } from '../disaster.ts';
import { type Conditions, commandKeys, type Input, silentKeys } from '../input.ts';
import { limits, oneMissMore } from '../limits.ts';
import type { LanguageTag, Line } from '../line.ts';
import type { CallSoFar } from '../state.ts';
import type { Turn } from '../step.ts';
import { askForPerson } from '../turns/ask-for-person.ts';
import { farewell } from '../turns/end-call.ts';
import { openDisaster, safetyAfterChoice } from '../turns/open-disaster.ts';
import { type ChooseLanguage, disasterLanguageTurn, languageMenuTurn } from '../turns/open-languages.ts';
import { openTopics } from '../turns/open-topics.ts';

/**
 * Answers an input in the language menu. The digits 1 to 9 choose a language, so only 0, `*` and `#` work as commands.
 * `*` and `#` repeat the menu.
 */
export function chooseLanguage(line: Line, conditions: Conditions, state: ChooseLanguage, input: Input): Turn {
  const { call } = state;
  const { disaster: notice } = conditions;
  const key = input.kind === 'key' ? input.key : null;
  const chosen = line.languages.find((language) => language.key === key);
  if (chosen) return startInLanguage(line, conditions, chosen.tag, call);
  // A caller who was already in the menu when staff switched the notice on hears the warning after the next key or
  // silence.
  if (isUnheard(notice, call)) return disasterLanguageTurn(line, conditions, notice, call);
  if (key === commandKeys.person) return askForPerson(line, conditions, null, call);
  if (key === silentKeys.back || key === silentKeys.onward) return languageMenuTurn(line, conditions, state, []);
  const missed = { ...state, misses: state.misses + 1, call: oneMissMore(call) };
  if (missed.misses >= limits.missesPerScreen || missed.call.misses >= limits.missesPerCall) {
    return farewell(line, conditions, null, missed.call, 'silence');
  }
  return languageMenuTurn(line, conditions, missed, []);
}

/** The first screen after a language is chosen: the active notice, or the topics. */
export function startInLanguage(line: Line, conditions: Conditions, language: LanguageTag, call: CallSoFar): Turn {
  const { disaster: notice } = conditions;
  if (notice) return openDisaster(line, notice, language, call, safetyAfterChoice(notice, call));
  return openTopics(line, conditions, language, call);
}

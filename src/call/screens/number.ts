import { isUnheard } from '../disaster.ts';
import { type Conditions, commandKeys, type Input, silentKeys } from '../input.ts';
import type { LanguageTag, Line } from '../line.ts';
import { saying } from '../say.ts';
import type { Turn } from '../step.ts';
import { askForPerson } from '../turns/ask-for-person.ts';
import { lastWords } from '../turns/end-call.ts';
import { openDisaster, safetyAfterChoice } from '../turns/open-disaster.ts';
import { openExplanation } from '../turns/open-explanation.ts';
import { disasterLanguageTurn, languageMenuTurn } from '../turns/open-languages.ts';
import { type NumberScreen, numberChoices, numberTurn, sayMoreOfNumber, sayNumber } from '../turns/open-number.ts';
import { returnToTopics } from '../turns/open-topics.ts';
import { startInLanguage } from './choose-language.ts';
import { missed } from './missed.ts';
import { topicOf } from './topics.ts';

/**
 * Answers an input on the number screen, which says in parts what callers hear instead of a transfer. Before a language
 * is chosen, digits choose languages here too.
 */
export function number(line: Line, conditions: Conditions, state: NumberScreen, input: Input): Turn {
  const { call, language } = state;
  const { disaster: notice } = conditions;
  if (language === null) return beforeChoice(line, conditions, state, input);
  // While a notice is active, the call goes back to the notice unless the caller asks for something else.
  const afterwards = () =>
    notice
      ? openDisaster(line, notice, language, call, safetyAfterChoice(notice, call))
      : returnToTopics(line, conditions, language, call);
  const onward = () =>
    sayMoreOfNumber(line, conditions, state) ??
    (state.ends ? lastWords(line, conditions, language, call) : afterwards());
  if (input.kind === 'silence') return onward();
  const key = input.kind === 'key' ? input.key : null;
  const chosen = topicOf(line, key);
  if (chosen) return openExplanation(line, conditions, language, chosen.id, 0, call);
  if (key === commandKeys.again) return sayNumber(line, conditions, state);
  if (key === commandKeys.slower) return sayNumber(line, conditions, { ...state, call: { ...call, slow: !call.slow } });
  if (key === commandKeys.person) return askForPerson(line, conditions, language, call);
  if (key === commandKeys.back || key === silentKeys.back) {
    return notice ? languagesAfter(line, conditions, state) : returnToTopics(line, conditions, language, call);
  }
  if (key === silentKeys.onward || state.ends) return onward();
  return wrongKey(line, conditions, language, state);
}

const wrongKey = (line: Line, conditions: Conditions, language: LanguageTag, state: NumberScreen): Turn =>
  missed(line, conditions, { ...state, language }, (next) => {
    const choices = numberChoices(conditions, language, next.call);
    return numberTurn(next, next.misses === 1 ? choices : [saying(language, 'how-to-press'), ...choices]);
  });

const languagesAfter = (line: Line, conditions: Conditions, { call }: NumberScreen): Turn =>
  languageMenuTurn(line, conditions, { screen: 'choose-language', call, misses: 0 }, []);

/**
 * Answers an input before a language is chosen. Digits choose a language. If the caller has not heard the active
 * notice, any other input leads to the language menu, which then begins with what to do in danger. Otherwise 0, `*` and
 * `#` work as in the language menu, and every other input leads to the next part. After the last part, the call ends or
 * goes back to the menu.
 */
function beforeChoice(line: Line, conditions: Conditions, state: NumberScreen, input: Input): Turn {
  const { call } = state;
  const { disaster: notice } = conditions;
  const key = input.kind === 'key' ? input.key : null;
  const chosen = line.languages.find((language) => language.key === key);
  if (chosen) return startInLanguage(line, conditions, chosen.tag, call);
  if (isUnheard(notice, call)) return disasterLanguageTurn(line, conditions, notice, call);
  if (key === commandKeys.person) return askForPerson(line, conditions, null, call);
  const menu = () => languagesAfter(line, conditions, state);
  if (key === silentKeys.back || key === silentKeys.onward) return menu();
  return sayMoreOfNumber(line, conditions, state) ?? (state.ends ? lastWords(line, conditions, null, call) : menu());
}

import { commandKeys, silentKeys } from '../command-keys.ts';
import type { DisasterNotice } from '../disaster.ts';
import type { Conditions, Input } from '../input.ts';
import type { LanguageTag, Line } from '../line.ts';
import { isNews } from '../notice-on.ts';
import { saying } from '../say.ts';
import type { Turn } from '../step.ts';
import { askForPerson } from '../turns/ask-for-person.ts';
import { lastWords } from '../turns/end-call.ts';
import { openDisaster, safetyAfterChoice } from '../turns/open-disaster.ts';
import { openExplanation } from '../turns/open-explanation.ts';
import { openLanguages, warn } from '../turns/open-languages.ts';
import { type NumberScreen, numberChoices, numberTurn, sayMoreOfNumber, sayNumber } from '../turns/open-number.ts';
import { returnToTopics } from '../turns/open-topics.ts';
import { startInLanguage } from './choose-language.ts';
import { missed } from './missed.ts';
import { topicOf } from './topics.ts';

export function number(
  line: Line,
  conditions: Conditions,
  notice: DisasterNotice | null,
  state: NumberScreen,
  input: Input,
): Turn {
  const { language } = state;
  if (language === null) return beforeChoice(line, conditions, notice, state, input);
  // While a notice is on, nobody is led away from it who has not asked for that.
  const afterwards = () =>
    notice
      ? openDisaster(line, notice, language, state, safetyAfterChoice(notice, state))
      : returnToTopics(line, conditions, language, state);
  const onward = () =>
    sayMoreOfNumber(line, conditions, state) ??
    (state.ends ? lastWords(line, conditions, language, state) : afterwards());
  if (input.kind === 'silence') return onward();
  const key = input.kind === 'key' ? input.key : null;
  const chosen = topicOf(line, key);
  if (chosen) return openExplanation(line, conditions, language, chosen.id, 0, state);
  if (key === commandKeys.again) return sayNumber(line, conditions, state);
  if (key === commandKeys.slower) return sayNumber(line, conditions, { ...state, slow: !state.slow });
  if (key === commandKeys.person) return askForPerson(line, conditions, language, state);
  if (key === commandKeys.back || key === silentKeys.back) {
    return notice ? languagesAfter(line, conditions, state) : returnToTopics(line, conditions, language, state);
  }
  if (key === silentKeys.onward || state.ends) return onward();
  return wrongKey(line, conditions, language, state);
}

const wrongKey = (line: Line, conditions: Conditions, language: LanguageTag, state: NumberScreen): Turn =>
  missed(line, conditions, { ...state, language }, (next) => {
    const choices = numberChoices(line, conditions, language, next);
    return numberTurn(next, next.misses === 1 ? choices : [saying(language, 'how-to-press'), ...choices]);
  });

const languagesAfter = (line: Line, conditions: Conditions, { edition, callMisses, slow, heard }: NumberScreen): Turn =>
  openLanguages(line, conditions, { screen: 'choose-language', edition, callMisses, slow, heard, misses: 0 }, []);

/** Digits mean languages until one is chosen; anything else goes on, to the menu of languages or to the end. */
function beforeChoice(
  line: Line,
  conditions: Conditions,
  notice: DisasterNotice | null,
  state: NumberScreen,
  input: Input,
): Turn {
  const key = input.kind === 'key' ? input.key : null;
  const chosen = line.languages.find((language) => language.key === key);
  if (chosen) return startInLanguage(line, conditions, notice, chosen.tag, state);
  if (isNews(notice, state)) return warn(line, conditions, notice, state);
  if (key === commandKeys.person) return askForPerson(line, conditions, null, state);
  const menu = () => languagesAfter(line, conditions, state);
  if (key === silentKeys.back || key === silentKeys.onward) return menu();
  return sayMoreOfNumber(line, conditions, state) ?? (state.ends ? lastWords(line, conditions, null, state) : menu());
}

import { commandKeys, silentKeys } from '../command-keys.ts';
import type { DisasterNotice } from '../disaster.ts';
import type { Conditions, Input } from '../input.ts';
import { limits } from '../limits.ts';
import type { LanguageTag, Line } from '../line.ts';
import { isNews } from '../notice-on.ts';
import type { Turn } from '../step.ts';
import { askForPerson } from '../turns/ask-for-person.ts';
import { farewell } from '../turns/end-call.ts';
import { openDisaster, safetyFor } from '../turns/open-disaster.ts';
import { type ChooseLanguage, openLanguages, warn } from '../turns/open-languages.ts';
import { openTopics } from '../turns/open-topics.ts';

/** Digits choose a language here, so only 0, `*` and `#` keep their meaning; the last two just bring the menu again. */
export function chooseLanguage(
  line: Line,
  conditions: Conditions,
  notice: DisasterNotice | null,
  state: ChooseLanguage,
  input: Input,
): Turn {
  const key = input.kind === 'key' ? input.key : null;
  const chosen = line.languages.find((language) => language.key === key);
  if (chosen && notice) {
    const hasHeard = (tag: LanguageTag) => state.heard === notice.id && line.announcers.includes(tag);
    const safety = safetyFor(line, notice, chosen.tag).filter(({ language }) => !hasHeard(language));
    return openDisaster(line, notice, chosen.tag, state, safety);
  }
  if (chosen) return openTopics(line, conditions, chosen.tag, state);
  // Whoever waits in the menu when the notice is switched on hears the warning with the next key, or none.
  if (isNews(notice, state)) return warn(line, notice, state);
  if (key === commandKeys.person) return askForPerson(line, conditions, null, state);
  if (key === silentKeys.back || key === silentKeys.onward) return openLanguages(line, state, []);
  const missed = { ...state, misses: state.misses + 1, callMisses: state.callMisses + 1 };
  if (missed.misses >= limits.missesPerScreen || missed.callMisses >= limits.missesPerCall) {
    return farewell(line, null, missed, []);
  }
  return openLanguages(line, missed, []);
}

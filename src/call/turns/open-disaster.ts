import { type DisasterNotice, disasterPrompts, noticeSayings, topicsKey } from '../disaster.ts';
import { waitSeconds } from '../limits.ts';
import type { LanguageTag, Line } from '../line.ts';
import { command, listeners, say } from '../say.ts';
import type { CallSoFar, State } from '../state.ts';
import type { Saying, Turn } from '../step.ts';

export type Disaster = Extract<State, { screen: 'disaster' }>;

/** What to do when in danger, for everybody who has not chosen a language. */
export const safetyFirst = (line: Line): Saying[] => listeners(line, null).map(safety);

/** Everything that can be pressed after the notice. */
export const disasterChoices = (language: LanguageTag, call: Pick<CallSoFar, 'slow'>): Saying[] => [
  { prompt: disasterPrompts.topics, language, key: topicsKey },
  command.again(language),
  command.speed(language, call),
  command.changeLanguage(language),
];

/** The screen of the notice, with the given words. */
export const disasterTurn = (state: Disaster, sayings: readonly Saying[]): Turn => ({
  state,
  steps: [say(state, sayings), { do: 'wait-for-key', seconds: waitSeconds.disaster }],
});

/**
 * The notice, and what can be done after it.
 * @param preface said before it; what to do when in danger, where the caller has not heard it in words he may know
 */
export function openDisaster(
  line: Line,
  notice: DisasterNotice,
  language: LanguageTag,
  { edition, callMisses, slow }: CallSoFar,
  preface: readonly Saying[],
): Turn {
  const state: Disaster = { screen: 'disaster', edition, callMisses, slow, heard: notice.id, language, misses: 0 };
  return sayNotice(line, notice, state, preface);
}

/** The notice once more. Where nothing is approved it says what to do when in danger, which may stand before it already. */
export function sayNotice(line: Line, notice: DisasterNotice, state: Disaster, preface: readonly Saying[] = []): Turn {
  const isSaid = ({ prompt, language }: Saying) =>
    preface.some((each) => each.prompt === prompt && each.language === language);
  const said = heardIn(line, notice, state.language).filter((saying) => !isSaid(saying));
  return disasterTurn(state, [...preface, ...said, ...disasterChoices(state.language, state)]);
}

/** What to do when in danger, in the languages in which this caller hears the notice. */
export const safetyFor = (line: Line, notice: DisasterNotice, language: LanguageTag): Saying[] =>
  speakers(line, notice, language).map(safety);

const safety = (language: LanguageTag): Saying => ({ prompt: disasterPrompts.safety, language });

/** The caller's own language where its texts are approved; otherwise those before the choice. */
const speakers = (line: Line, { languages }: DisasterNotice, language: LanguageTag): readonly LanguageTag[] =>
  languages.includes(language) ? [language] : line.announcers;

/** Words that nobody approved are not said in a disaster: where not even the announcers' are, only what holds in any. */
function heardIn(line: Line, notice: DisasterNotice, language: LanguageTag): Saying[] {
  const all = speakers(line, notice, language);
  const approved = all.filter((tag) => notice.languages.includes(tag));
  return approved.length === 0 ? all.map(safety) : approved.flatMap((tag) => noticeSayings(notice, tag));
}

import { type DisasterNotice, disasterPrompts, furtherSayings, topicsKey, urgentSayings } from '../disaster.ts';
import { waitSeconds } from '../limits.ts';
import type { LanguageTag, Line } from '../line.ts';
import { command, listeners, say, saying } from '../say.ts';
import type { CallSoFar, SafetyPlace, State } from '../state.ts';
import type { Saying, Turn } from '../step.ts';

export type Disaster = Extract<State, { screen: 'disaster' }>;

/** What to do when in danger, for everybody who has not chosen a language. */
export const safetyFirst = (line: Line): Saying[] => listeners(line, null).map(safetyIn);

/** Everything that can be pressed after the notice. */
export const disasterChoices = (language: LanguageTag, call: Pick<CallSoFar, 'slow'>): Saying[] => [
  { prompt: disasterPrompts.topics, language, key: topicsKey },
  command.again(language),
  command.speed(language, call),
  command.changeLanguage(language),
];

/** The screen of the notice, with the given words. */
export const disasterTurn = (
  state: Disaster,
  sayings: readonly Saying[],
  seconds: number = waitSeconds.disaster,
): Turn => ({
  state,
  steps: [say(state, sayings), { do: 'wait-for-key', seconds }],
});

/**
 * The notice from its beginning, and what can be done after it.
 * @param safety when it says what to do in danger
 */
export function openDisaster(
  line: Line,
  notice: DisasterNotice,
  language: LanguageTag,
  { edition, callMisses, slow }: CallSoFar,
  safety: SafetyPlace,
): Turn {
  const common = { edition, callMisses, slow, heard: notice.id, language, misses: 0 };
  return sayNotice(line, notice, { screen: 'disaster', ...common, part: 0, safety });
}

/** The part of the notice at which a call stands; after the last one it is told what can be pressed. */
export function sayNotice(line: Line, notice: DisasterNotice, state: Disaster): Turn {
  const { language } = state;
  const parts = partsOf(line, notice, state);
  const said = parts[state.part] ?? [];
  if (state.part + 1 >= parts.length) return disasterTurn(state, [...said, ...disasterChoices(language, state)]);
  return disasterTurn(state, [...said, command.again(language), saying(language, 'more-follows')], waitSeconds.more);
}

/** The next part of the notice; null after the last one, or when the notice is a shorter one by now. */
export function sayMore(line: Line, notice: DisasterNotice, state: Disaster): Turn | null {
  const next = { ...state, part: state.part + 1 };
  return next.part < partsOf(line, notice, state).length ? sayNotice(line, notice, next) : null;
}

/**
 * What is said in one turn at most, in sentences of ordinary length, so that nobody listens longer than a minute before a
 * key is asked for, at the slower speed too. The dialogue does not know the texts, but what to do when in danger, the time
 * and where to learn more are long in every language.
 */
const mostInTurn = 11;
const lengths = new Map<string, number>([
  [disasterPrompts.safety, 5],
  [disasterPrompts.time, 2],
  [disasterPrompts.more, 3],
]);
const lengthOf = ({ prompt }: Saying): number => lengths.get(prompt) ?? 1;

/**
 * The notice in turns: what is urgent in every language in which it is heard, then the rest. Words that nobody approved are
 * not said in a disaster: where not even the announcers' are, only what holds in any.
 */
function partsOf(line: Line, notice: DisasterNotice, { language, safety: place }: Disaster): Saying[][] {
  const all = speakers(line, notice, language);
  const approved = all.filter((tag) => notice.languages.includes(tag));
  const isAllThereIs = approved.length === 0;
  const safety = all.map((tag): Saying[] => [safetyIn(tag)]);
  return inTurns([
    ...(place === 'first' || isAllThereIs ? safety : []),
    ...approved.flatMap((tag) => urgentSayings(notice, tag)).map((each) => [each]),
    ...(place === 'after' && !isAllThereIs ? safety : []),
    approved.flatMap((tag) => furtherSayings(notice, tag)),
  ]);
}

/** Puts together what is said in one turn; what belongs together is never parted. */
function inTurns(together: readonly (readonly Saying[])[]): Saying[][] {
  const parts: Saying[][] = [];
  let length = mostInTurn;
  for (const sayings of together.filter((each) => each.length > 0)) {
    const added = sayings.reduce((sum, each) => sum + lengthOf(each), 0);
    const fits = length + added <= mostInTurn;
    if (!fits) parts.push([]);
    length = fits ? length + added : added;
    parts.at(-1)?.push(...sayings);
  }
  return parts;
}

const safetyIn = (language: LanguageTag): Saying => ({ prompt: disasterPrompts.safety, language });

/** The caller's own language where its texts are approved; otherwise those before the choice. */
const speakers = (line: Line, { languages }: DisasterNotice, language: LanguageTag): readonly LanguageTag[] =>
  languages.includes(language) ? [language] : line.announcers;

/** When whoever chooses this language hears what to do in danger: he may have heard it, in words that he may know. */
export function safetyAfterChoice(
  line: Line,
  notice: DisasterNotice,
  language: LanguageTag,
  { heard }: Pick<CallSoFar, 'heard'>,
): SafetyPlace {
  if (heard !== notice.id) return 'first';
  return speakers(line, notice, language).every((tag) => line.announcers.includes(tag)) ? 'no' : 'after';
}

import { type DisasterNotice, disasterPrompts, furtherSayings, topicsKey, urgentSayings } from '../disaster.ts';
import { waitSeconds } from '../limits.ts';
import type { LanguageTag, Line } from '../line.ts';
import { command, listeners, say, saying } from '../say.ts';
import type { CallSoFar, SafetyTiming, State } from '../state.ts';
import type { Saying, Turn } from '../step.ts';

export type Disaster = Extract<State, { screen: 'disaster' }>;

/** What to do when in danger, for callers who have not chosen a language. */
export const safetyFirst = (line: Line): Saying[] => listeners(line, null).map(safetyIn);

/** The keys offered after the notice. */
export const disasterChoices = (language: LanguageTag, call: Pick<CallSoFar, 'slow'>): Saying[] => [
  command.again(language),
  command.speed(language, call),
  command.changeLanguage(language),
  // Last, because callers in danger do not need it.
  { prompt: disasterPrompts.topics, language, key: topicsKey },
];

/** The screen of the notice, with the given sayings. */
export const disasterTurn = (
  state: Disaster,
  sayings: readonly Saying[],
  seconds: number = waitSeconds.disaster,
): Turn => ({
  state,
  steps: [say(state.call, sayings), { do: 'wait-for-key', seconds }],
});

/**
 * The notice from its beginning, and the keys after it.
 * @param safety when it says what to do in danger
 */
export function openDisaster(
  line: Line,
  notice: DisasterNotice,
  language: LanguageTag,
  call: CallSoFar,
  safety: SafetyTiming,
): Turn {
  const told = { ...call, heard: notice.id };
  return sayNotice(line, notice, { screen: 'disaster', call: told, language, misses: 0, part: 0, safety });
}

/** The current part of the notice; the last part is followed by the keys. */
export function sayNotice(line: Line, notice: DisasterNotice, state: Disaster): Turn {
  const { language } = state;
  const parts = partsOf(line, notice, state);
  const said = parts[state.part] ?? [];
  if (state.part + 1 >= parts.length) return disasterTurn(state, [...said, ...disasterChoices(language, state.call)]);
  return disasterTurn(state, [...said, command.again(language), saying(language, 'more-follows')], waitSeconds.more);
}

/** The next part of the notice; null after the last one, or when the notice has become shorter in the meantime. */
export function sayMore(line: Line, notice: DisasterNotice, state: Disaster): Turn | null {
  const next = { ...state, part: state.part + 1 };
  return next.part < partsOf(line, notice, state).length ? sayNotice(line, notice, next) : null;
}

/**
 * The most that one turn says, in sentences of ordinary length, so that no caller listens for more than a minute before a key is
 * asked for, even at the slower speed. The dialogue does not know the texts, but what to do when in danger, the time and
 * where to learn more are long in every language. In several languages the request for a key takes one more sentence.
 */
const mostInTurn = (languages: readonly LanguageTag[]): number => (languages.length > 1 ? 10 : 11);
const lengths = new Map<string, number>([
  [disasterPrompts.safety, 5],
  [disasterPrompts.time, 2],
  [disasterPrompts.more, 3],
]);
const lengthOf = ({ prompt }: Saying): number => lengths.get(prompt) ?? 1;

/**
 * The notice split into turns: first the urgent part in every language spoken, then the rest. Unapproved words are not said in a
 * disaster: if not even the announcers' are approved, only the general safety instructions are.
 */
function partsOf(line: Line, notice: DisasterNotice, { language, safety: place }: Disaster): Saying[][] {
  const all = speakers(line, notice, language);
  const approved = all.filter((tag) => notice.languages.includes(tag));
  const urgent = approved.flatMap((tag) => urgentSayings(notice, tag));
  const safety = all.map(safetyIn);
  // However long the urgent part is, in one language the emergency numbers are said before the caller has to wait for more.
  const room = all.length === 1 ? mostInTurn(all) - lengthOf(safetyIn(language)) : urgent.length;
  const before = place === 'first' ? 0 : Math.min(room, urgent.length);
  return inTurns(mostInTurn(all), [
    ...urgent.slice(0, before).map((each) => [each]),
    ...safety.map((each) => [each]),
    ...urgent.slice(before).map((each) => [each]),
    approved.flatMap((tag) => furtherSayings(notice, tag)),
  ]);
}

/** Fills turns with groups of sentences; a group is never split. */
function inTurns(most: number, together: readonly (readonly Saying[])[]): Saying[][] {
  const parts: Saying[][] = [];
  let length = most;
  for (const sayings of together.filter((each) => each.length > 0)) {
    const added = sayings.reduce((sum, each) => sum + lengthOf(each), 0);
    const fits = length + added <= most;
    if (!fits) parts.push([]);
    length = fits ? length + added : added;
    parts.at(-1)?.push(...sayings);
  }
  return parts;
}

const safetyIn = (language: LanguageTag): Saying => ({ prompt: disasterPrompts.safety, language });

/** The caller's language if its texts are approved; otherwise the announcers' languages. */
const speakers = (line: Line, { languages }: DisasterNotice, language: LanguageTag): readonly LanguageTag[] =>
  languages.includes(language) ? [language] : line.announcers;

/**
 * When callers who have chosen a language hear what to do in danger. They may have heard it in other languages before, but how
 * much of it, and whether they understood it, is unknown. So it is said again, after the urgent part.
 */
export const safetyAfterChoice = (notice: DisasterNotice, { heard }: Pick<CallSoFar, 'heard'>): SafetyTiming =>
  heard === notice.id ? 'after' : 'first';

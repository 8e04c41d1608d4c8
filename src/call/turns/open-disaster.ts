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
  // The topics come last, because callers in danger do not need them.
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
 * The first part of the notice, and the keys after it.
 * @param safety when the notice says what to do in danger
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

/**
 * The current part of the notice. All keys are named after the last part. After an earlier part, only the key that
 * repeats the notice is named.
 */
export function sayNotice(line: Line, notice: DisasterNotice, state: Disaster): Turn {
  const { language } = state;
  const parts = partsOf(line, notice, state);
  const said = parts[state.part] ?? [];
  if (state.part + 1 >= parts.length) return disasterTurn(state, [...said, ...disasterChoices(language, state.call)]);
  return disasterTurn(state, [...said, command.again(language), saying(language, 'more-follows')], waitSeconds.more);
}

/**
 * The next part of the notice; null after the last part, or when the notice has become shorter since the previous turn.
 */
export function sayMore(line: Line, notice: DisasterNotice, state: Disaster): Turn | null {
  const next = { ...state, part: state.part + 1 };
  return next.part < partsOf(line, notice, state).length ? sayNotice(line, notice, next) : null;
}

/**
 * Whether the call has yet to hear the urgent sayings, that is, whether only later parts say what has happened and what
 * to do.
 */
export function isUrgentAhead(line: Line, notice: DisasterNotice, state: Disaster): boolean {
  const urgent = new Set(urgentSayings(notice, state.language).map(({ prompt }) => prompt));
  const isUrgent = (sayings: readonly Saying[] = []) => sayings.some(({ prompt }) => urgent.has(prompt));
  const parts = partsOf(line, notice, state);
  return !parts.slice(0, state.part + 1).some(isUrgent) && parts.slice(state.part + 1).some(isUrgent);
}

/**
 * The maximum length of a turn, in sentences of ordinary length. With it, no caller listens for more than a minute
 * before being asked for a key, even at the slower speed. The maximum for several languages is one sentence lower. Only
 * a group of sayings that is too long by itself exceeds the maximum.
 */
const mostInTurn = (languages: readonly LanguageTag[]): number => (languages.length > 1 ? 10 : 11);
/**
 * The lengths of the prompts that are long in every language, in sentences of ordinary length. The texts are not known
 * here. Every other prompt counts as one sentence.
 */
const lengths = new Map<string, number>([
  [disasterPrompts.safety, 5],
  [disasterPrompts.time, 2],
  [disasterPrompts.more, 3],
]);
const lengthOf = ({ prompt }: Saying): number => lengths.get(prompt) ?? 1;

/**
 * The notice, split into turns. The urgent part and what to do in danger come first. The time of the information and
 * where to learn more follow. What to do in danger comes before the urgent part or after it, or inside it if the urgent
 * part is long. Each text is said in every language of `speakers`, but in a language without approved texts only what
 * to do in danger is said.
 */
function partsOf(line: Line, notice: DisasterNotice, { language, safety: place }: Disaster): Saying[][] {
  const all = speakers(line, notice, language);
  const approved = all.filter((tag) => notice.languages.includes(tag));
  const urgent = approved.flatMap((tag) => urgentSayings(notice, tag));
  const safety = all.map(safetyIn);
  // If there is one language, the emergency numbers are always in the first part, however long the urgent part is.
  const room = all.length === 1 ? mostInTurn(all) - lengthOf(safetyIn(language)) : urgent.length;
  const before = place === 'first' ? 0 : Math.min(room, urgent.length);
  return inTurns(mostInTurn(all), [
    ...urgent.slice(0, before).map((each) => [each]),
    ...safety.map((each) => [each]),
    ...urgent.slice(before).map((each) => [each]),
    approved.flatMap((tag) => furtherSayings(notice, tag)),
  ]);
}

/** Fills turns with groups of sayings; a group is never split. */
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

/** The languages of the notice: the caller's if its texts are approved, otherwise the announcers'. */
const speakers = (line: Line, { languages }: DisasterNotice, language: LanguageTag): readonly LanguageTag[] =>
  languages.includes(language) ? [language] : line.announcers;

/**
 * When callers who have chosen a language hear what to do in danger. Callers who have heard these instructions before
 * choosing may not have listened to the end, or not have understood the language, so they hear them again, after the
 * urgent part.
 */
export const safetyAfterChoice = (notice: DisasterNotice, { heard }: Pick<CallSoFar, 'heard'>): SafetyTiming =>
  heard === notice.id ? 'after' : 'first';

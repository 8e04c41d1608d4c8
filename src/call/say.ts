import type { disasterPrompts } from './disaster.ts';
import { type Conditions, commandKeys } from './input.ts';
import type { LanguageTag, Line } from './line.ts';
import { closureAt, destinationFor, findPerson, isPastReview } from './person.ts';
import type { CallSoFar } from './state.ts';
import type { Saying, Step } from './step.ts';

/** Prompts of every line, whatever its subject. Topics, destinations, closures and disaster notices add their own. */
export const linePrompts = [
  'greeting',
  'language-item',
  'welcome',
  'welcome-outdated',
  'again',
  'back-to-topics',
  'change-language',
  'person',
  'number-to-call',
  'slower',
  'normal-speed',
  'how-to-press',
  'more-follows',
  'topic-outdated',
  'number-outdated',
  'transfer-next',
  'reason-closed',
  'reason-language',
  'reason-no-transfer',
  'reason-not-connected',
  'emergency',
  'limit',
  'goodbye',
  'trouble',
] as const;
/** `disasterPrompts.reason` exists only on lines that have texts for disasters. */
export type LinePrompt = (typeof linePrompts)[number] | typeof disasterPrompts.reason;

/** The id of the prompt that offers a topic in the menu. */
export const topicPrompt = (topic: string): string => `topic.${topic}.menu`;
/** The id of a prompt about a destination: said before a transfer to it, or with its number, or with its hours. */
export const destinationPrompt = (destination: string, part: 'transfer' | 'number' | 'hours'): string =>
  `destination.${destination}.${part}`;
/** Says what to do in an emergency: which numbers to call instead. */
export const emergency = 'emergency';
/** The text of the fallback, which another server plays to callers when this server does not answer. */
export const outOfOrder = 'out-of-order';
/** Says when a destination that is closed on certain days opens again. */
export const opensAgain = 'opens-again';
/** Says why a destination is closed on certain days. */
export const closurePrompt = (closure: string): string => `closure.${closure}`;

/** Says prompts at the speed the caller chose. */
export const say = ({ slow }: Pick<CallSoFar, 'slow'>, sayings: readonly Saying[]): Step => ({
  do: 'say',
  sayings,
  slow,
});

/** The languages in which a prompt is said: the caller's, or the announcers' while none is chosen. */
export const listeners = (line: Line, language: LanguageTag | null): readonly LanguageTag[] =>
  language === null ? line.announcers : [language];

export const saying = (language: LanguageTag, prompt: LinePrompt, key?: string): Saying =>
  key === undefined ? { prompt, language } : { prompt, language, key };

/** The prompts of the commands, each with its key. */
export const command = {
  again: (language: LanguageTag): Saying => saying(language, 'again', commandKeys.again),
  backToTopics: (language: LanguageTag): Saying => saying(language, 'back-to-topics', commandKeys.back),
  changeLanguage: (language: LanguageTag): Saying => saying(language, 'change-language', commandKeys.back),
  person: (language: LanguageTag): Saying => saying(language, 'person', commandKeys.person),
  /** Offers slower speech, or the normal speed again. */
  speed: (language: LanguageTag, { slow }: Pick<CallSoFar, 'slow'>): Saying =>
    saying(language, slow ? 'normal-speed' : 'slower', commandKeys.slower),
} as const;

/**
 * Says what key 0 does: connect to a person, or give a telephone number. It is said in every language of `listeners`.
 * While a notice is active, key 0 is not offered, because callers who need help need an emergency number instead.
 */
export function offerPerson(line: Line, conditions: Conditions, language: LanguageTag | null): Saying[] {
  const person = findPerson(line, conditions, language);
  if ('reason' in person && person.reason === 'disaster') return [];
  const prompt = 'reason' in person ? 'number-to-call' : 'person';
  return listeners(line, language).map((tag) => saying(tag, prompt, commandKeys.person));
}

/** The given prompt if the review date has passed; otherwise an empty list. */
export const ifOutdated = (
  line: Line,
  { now }: Pick<Conditions, 'now'>,
  language: LanguageTag,
  prompt: LinePrompt,
): Saying[] => (isPastReview(line.reviewBy, line.timeZone, now) ? [saying(language, prompt)] : []);

/**
 * The telephone number of the destination, said in the language `listener`. Once the review date has passed, a sentence
 * follows that says how old the number is.
 * @param language the caller's; null while none is chosen
 */
export const datedNumberOf = (
  line: Line,
  conditions: Pick<Conditions, 'now'>,
  language: LanguageTag | null,
  listener: LanguageTag,
): Saying[] => [
  { prompt: destinationPrompt(destinationFor(line, language).id, 'number'), language: listener },
  ...ifOutdated(line, conditions, listener, 'number-outdated'),
];

/**
 * Why the destination is closed on certain days, and when it opens again. The reason or the time is left out if the
 * closure has none. The list is empty if `closureAt` finds no closure, or if the hours are unknown.
 */
export function closureOf(
  line: Line,
  { now }: Pick<Conditions, 'now'>,
  language: LanguageTag | null,
  listener: LanguageTag,
): Saying[] {
  const { hours } = destinationFor(line, language);
  const closure = hours ? closureAt(hours, line.timeZone, now) : null;
  if (closure === null) return [];
  const { reason, opensAt } = closure;
  return [
    ...(reason === undefined ? [] : [{ prompt: closurePrompt(reason), language: listener }]),
    ...(opensAt === undefined ? [] : [{ prompt: opensAgain, language: listener, at: opensAt }]),
  ];
}

/** The prompt with the hours of the destination; an empty list if the hours are unknown. */
export function hoursOf(line: Line, language: LanguageTag | null, listener: LanguageTag): Saying[] {
  const { id, hours } = destinationFor(line, language);
  return hours ? [{ prompt: destinationPrompt(id, 'hours'), language: listener }] : [];
}

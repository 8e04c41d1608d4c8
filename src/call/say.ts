import { commandKeys } from './command-keys.ts';
import type { disasterPrompts } from './disaster.ts';
import type { Conditions } from './input.ts';
import type { LanguageTag, Line } from './line.ts';
import { destinationFor, findPerson, isPastReview } from './person.ts';
import type { CallSoFar } from './state.ts';
import type { Saying, Step } from './step.ts';

/** Prompts that exist whatever the line is about; topics and destinations add their own. */
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
/** The last one belongs to lines with a disaster notice. */
export type LinePrompt = (typeof linePrompts)[number] | typeof disasterPrompts.reason;

/** The prompts of a topic and of a destination, by what they are for. */
export const topicPrompt = (topic: string): string => `topic.${topic}.menu`;
export const destinationPrompt = (destination: string, part: 'transfer' | 'number' | 'hours'): string =>
  `destination.${destination}.${part}`;

/** Says prompts at the speed the caller chose. */
export const say = ({ slow }: Pick<CallSoFar, 'slow'>, sayings: readonly Saying[]): Step => ({
  do: 'say',
  sayings,
  slow,
});

/** Who hears a prompt: the caller's language, or the announcers' while none is chosen. */
export const listeners = (line: Line, language: LanguageTag | null): readonly LanguageTag[] =>
  language === null ? line.announcers : [language];

export const saying = (language: LanguageTag, prompt: LinePrompt, key?: string): Saying =>
  key === undefined ? { prompt, language } : { prompt, language, key };

/** What the commands do, each with the key that does it. */
export const command = {
  again: (language: LanguageTag): Saying => saying(language, 'again', commandKeys.again),
  backToTopics: (language: LanguageTag): Saying => saying(language, 'back-to-topics', commandKeys.back),
  changeLanguage: (language: LanguageTag): Saying => saying(language, 'change-language', commandKeys.back),
  person: (language: LanguageTag): Saying => saying(language, 'person', commandKeys.person),
  /** Slower, or back again. */
  speed: (language: LanguageTag, { slow }: Pick<CallSoFar, 'slow'>): Saying =>
    saying(language, slow ? 'normal-speed' : 'slower', commandKeys.slower),
} as const;

/**
 * What key 0 can do now, for everybody who listens: bring a person, or else say a number. While a notice is on it is not
 * offered: whoever needs help needs another number.
 */
export function offerPerson(line: Line, conditions: Conditions, language: LanguageTag | null): Saying[] {
  const person = findPerson(line, conditions, language);
  if ('reason' in person && person.reason === 'disaster') return [];
  const prompt = 'reason' in person ? 'number-to-call' : 'person';
  return listeners(line, language).map((tag) => saying(tag, prompt, commandKeys.person));
}

/** Said once the day has passed until which the facts count as right. */
export const ifOutdated = (
  line: Line,
  { now }: Pick<Conditions, 'now'>,
  language: LanguageTag,
  prompt: LinePrompt,
): Saying[] => (isPastReview(line.reviewBy, line.timeZone, now) ? [saying(language, prompt)] : []);

/**
 * The number of the place where a person would be, as `listener` hears it; once it may be out of date, with the month from
 * which it is.
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

/** Its hours, where they are known. */
export function hoursOf(line: Line, language: LanguageTag | null, listener: LanguageTag): Saying[] {
  const { id, hours } = destinationFor(line, language);
  return hours ? [{ prompt: destinationPrompt(id, 'hours'), language: listener }] : [];
}

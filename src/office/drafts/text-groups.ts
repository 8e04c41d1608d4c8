import type { LanguageTag } from '../../call/line.ts';
import { destinationPrompt, linePrompts, topicPrompt } from '../../call/say.ts';
import type { LineFile } from '../../words/line-file.ts';
import { promptsInDisaster, promptsOfClosures, requiredPromptsIn, whisperPrompt } from '../../words/prompt-ids.ts';

/**
 * The parts of a call, in the order in which the console and native readers see them. While a notice is on, callers
 * hear `disaster` before all other parts.
 */
export const callParts = ['beginning', 'topics', 'keys', 'person', 'disaster'] as const;
export type CallPart = (typeof callParts)[number];

/** What a group of texts is about: a part of a call, or one topic. */
export type GroupSubject =
  | { readonly part: Exclude<CallPart, 'topics'> }
  | { readonly part: 'topics'; readonly topic: { readonly id: string; readonly key: string } };

/** The texts of one part of a call, or of one topic. */
export type TextGroup = GroupSubject & {
  /** The part, or `topic-` and the id of the topic. */
  readonly id: string;
  readonly prompts: readonly string[];
};

const atBeginning = ['greeting', 'language-item', 'welcome', 'welcome-outdated'];

/** The prompts that all lines have about being connected to a person or calling a telephone number. */
const beforePerson = linePrompts.filter((prompt) => /^(?:transfer|reason|number)-/.test(prompt));

/**
 * All texts that a language needs, in groups. Each text is in one group. The groups are in the order of `callParts`.
 */
export function textGroups(line: LineFile, language: LanguageTag): TextGroup[] {
  const left = new Set(requiredPromptsIn(line, language));
  const take = (prompts: readonly string[]): string[] => prompts.filter((prompt) => left.delete(prompt));
  const group = (part: Exclude<CallPart, 'topics'>, prompts: readonly string[]): TextGroup => ({
    part,
    id: part,
    prompts,
  });
  const beginning = take(atBeginning);
  const topics = line.topics.map(
    ({ id, key, parts }): TextGroup => ({
      part: 'topics',
      topic: { id, key },
      id: `topic-${id}`,
      prompts: take([topicPrompt(id), ...parts]),
    }),
  );
  const ofDestinations = line.destinations.flatMap(({ id }) =>
    (['transfer', 'number', 'hours'] as const).map((part) => destinationPrompt(id, part)),
  );
  const person = take([...beforePerson, ...ofDestinations, ...promptsOfClosures(line), whisperPrompt]);
  const disaster = take(promptsInDisaster(line));
  // Most of the remaining prompts are about keys. The others, such as `goodbye`, belong to no single part of a call.
  const keys = [...left];
  return [
    group('beginning', beginning),
    ...topics,
    group('keys', keys),
    group('person', person),
    group('disaster', disaster),
  ].filter(({ prompts }) => prompts.length > 0);
}

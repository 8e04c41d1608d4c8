import type { LanguageTag } from '../../../call/line.ts';
import { destinationPrompt, topicPrompt } from '../../../call/say.ts';
import type { LineFile } from '../../../words/line-file.ts';
import { promptsInDisaster, promptsOfClosures, requiredPromptsIn, whisperPrompt } from '../../../words/prompt-ids.ts';

/** Texts that callers meet together. */
export interface TextGroup {
  /** `beginning`, `keys`, `person`, `disaster`, or `topic-` and the id of a topic. */
  readonly id: string;
  /** The key of the topic; null for the other groups. */
  readonly topicKey: string | null;
  readonly prompts: readonly string[];
}

const atBeginning = ['greeting', 'language-item', 'welcome', 'welcome-outdated'];

/** All texts that a language needs, in groups, in the order in which callers meet them. Each text is in one group. */
export function textGroups(line: LineFile, language: LanguageTag): TextGroup[] {
  const left = new Set(requiredPromptsIn(line, language));
  const take = (prompts: Iterable<string>): string[] => [...prompts].filter((prompt) => left.delete(prompt));
  const beginning = take(atBeginning);
  const topics = line.topics.map(({ id, key, parts }) => ({
    id: `topic-${id}`,
    topicKey: key,
    prompts: take([topicPrompt(id), ...parts]),
  }));
  const ofDestinations = line.destinations.flatMap(({ id }) =>
    (['transfer', 'number', 'hours'] as const).map((part) => destinationPrompt(id, part)),
  );
  const person = take([...ofDestinations, ...promptsOfClosures(line), whisperPrompt]);
  const disaster = take(promptsInDisaster(line));
  const groups = [
    { id: 'beginning', topicKey: null, prompts: beginning },
    ...topics,
    { id: 'keys', topicKey: null, prompts: take([...left]) },
    { id: 'person', topicKey: null, prompts: person },
    { id: 'disaster', topicKey: null, prompts: disaster },
  ];
  return groups.filter(({ prompts }) => prompts.length > 0);
}

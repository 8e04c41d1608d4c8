import { disasterPrompts, topicsKey } from '../../call/disaster.ts';
import { commandKeys } from '../../call/input.ts';
import type { LanguageTag } from '../../call/line.ts';
import { opensAgain, topicPrompt } from '../../call/say.ts';
import type { Saying } from '../../call/step.ts';
import type { LineFile } from '../../words/line-file.ts';
import { namesMoment, sampleMoment } from '../../words/moment-facts.ts';
import { requiredPrompts } from '../../words/prompt-ids.ts';
import type { OfficeEdition } from './edition.ts';

/** The prompts that offer the same key on every line, with that key. */
const keysOfCommands = new Map<string, string>([
  ['again', commandKeys.again],
  ['slower', commandKeys.slower],
  ['normal-speed', commandKeys.slower],
  ['back-to-topics', commandKeys.back],
  ['change-language', commandKeys.back],
  ['person', commandKeys.person],
  ['number-to-call', commandKeys.person],
  [disasterPrompts.topics, topicsKey],
]);

/**
 * Everything that callers of one language can hear: each prompt once, with the key that it offers or, if it names a
 * time, a sample time.
 */
export function everySaying(file: LineFile, language: LanguageTag): Saying[] {
  const keys = new Map([
    ...keysOfCommands,
    ...file.topics.map(({ id, key }) => [topicPrompt(id), key] as const),
    ['language-item', file.languages.find(({ tag }) => tag === language)?.key ?? ''],
  ]);
  return requiredPrompts(file).map((prompt) => {
    const key = keys.get(prompt);
    if (namesMoment(prompt)) return { prompt, language, at: sampleMoment };
    return key === undefined ? { prompt, language } : { prompt, language, key };
  });
}

/** The sayings, in every language, that tell when a destination opens again after a closure on certain days. */
export function openingSayings({ line }: Pick<OfficeEdition, 'line'>): Saying[] {
  const moments = line.destinations.flatMap(({ hours }) =>
    (hours?.dated ?? []).flatMap(({ opensAt }) => opensAt ?? []),
  );
  return [...new Set(moments)].flatMap((at) =>
    line.languages.map(({ tag }) => ({ prompt: opensAgain, language: tag, at })),
  );
}

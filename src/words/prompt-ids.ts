import { actionPrompt, alsoPlacePrompt, disasterPrompts, kindPrompt, placePrompt } from '../call/disaster.ts';
import type { LanguageTag } from '../call/line.ts';
import {
  closurePrompt,
  destinationPrompt,
  type LinePrompt,
  linePrompts,
  opensAgain,
  outOfOrder,
  topicPrompt,
} from '../call/say.ts';
import type { LineFile } from './line-file.ts';

/**
 * What an agent hears before being connected to the caller. Agents speak the source language, so this prompt is needed
 * in no other language.
 */
export const whisperPrompt = 'whisper';

const keyPrompts: readonly LinePrompt[] = [
  'language-item',
  'again',
  'slower',
  'normal-speed',
  'back-to-topics',
  'change-language',
  'person',
  'number-to-call',
];

/**
 * Every prompt that each language of a line must have, without duplicates. First come the prompts that every line has.
 * Then come the prompts of its topics, destinations, closures, fallback and disaster notice.
 */
export function requiredPrompts(line: LineFile): string[] {
  const topics = line.topics.flatMap(({ id, parts }) => [topicPrompt(id), ...parts]);
  const destinations = line.destinations.flatMap(({ id, hours }) => [
    destinationPrompt(id, 'transfer'),
    destinationPrompt(id, 'number'),
    ...(hours === undefined ? [] : [destinationPrompt(id, 'hours')]),
  ]);
  return [
    ...new Set([
      ...linePrompts,
      ...topics,
      ...destinations,
      ...promptsOfClosures(line),
      ...(line.fallback === undefined ? [] : [outOfOrder]),
      ...promptsInDisaster(line),
    ]),
  ];
}

/**
 * The prompts that say why destinations are closed on certain days, and when they open again; none if the line has no
 * reasons for closures. These prompts must be ready before such a day comes, so they are required even while no date
 * uses them.
 */
export const promptsOfClosures = ({ closures = [] }: Pick<LineFile, 'closures'>): string[] =>
  closures.length === 0 ? [] : [...closures.map(({ id }) => closurePrompt(id)), opensAgain];

/** The prompts of a line's disaster notice; none if the line has no disaster notice. */
export function promptsInDisaster({ disaster }: Pick<LineFile, 'disaster'>): string[] {
  if (!disaster) return [];
  return [
    ...Object.values(disasterPrompts),
    ...disaster.kinds.map(({ id }) => kindPrompt(id)),
    ...disaster.places.map(({ id }) => placePrompt(id)),
    ...disaster.places.slice(1).map(({ id }) => alsoPlacePrompt(id)),
    ...disaster.actions.map(({ id }) => actionPrompt(id)),
  ];
}

/** Every prompt that one language must have. Only the source language must have the whisper. */
export function requiredPromptsIn(line: LineFile, language: LanguageTag): string[] {
  return [...requiredPrompts(line), ...(language === line.sourceLanguage ? [whisperPrompt] : [])];
}

/** The prompts that offer a key. They must say the key. In all other prompts, `{{key}}` has no value. */
export function keyPromptsOf(line: LineFile): ReadonlySet<string> {
  const disaster = line.disaster ? [disasterPrompts.topics] : [];
  return new Set([...keyPrompts, ...disaster, ...line.topics.map(({ id }) => topicPrompt(id))]);
}

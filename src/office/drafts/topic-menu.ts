import type { LineFile } from '../../words/line-file.ts';
import type { StaffName } from '../../words/staff-names.ts';
import { numberKeys } from './menu-keys.ts';

type Topic = LineFile['topics'][number];

/**
 * Moves one element one position towards the beginning (−1) or the end (1). An element that cannot move further stays.
 */
export function moveInList<Element>(list: readonly Element[], index: number, by: -1 | 1): Element[] {
  const other = index + by;
  const [one, two] = [list[index], list[other]];
  if (one === undefined || two === undefined) return [...list];
  return list.map((each, position) => (position === index ? two : position === other ? one : each));
}

/** The menu with one topic moved up or down, and with all keys renumbered. */
export const moveTopic = (topics: readonly Topic[], id: string, by: -1 | 1): Topic[] =>
  numberKeys(
    moveInList(
      topics,
      topics.findIndex((topic) => topic.id === id),
      by,
    ),
  );

/** The menu without one topic; the topics after it move up. */
export const removeTopic = (topics: readonly Topic[], id: string): Topic[] =>
  numberKeys(topics.filter((topic) => topic.id !== id));

/** The menu with a new topic at the end, where the topic changes no other key. */
export const addTopic = (topics: readonly Topic[], id: string, part: string, name: StaffName | null = null): Topic[] =>
  numberKeys([...topics, { id, ...(name && { name }), key: '', parts: [part] }]);

/** The menu with a removed topic restored at the end, where the topic changes no other key. */
export const bringTopicBack = (topics: readonly Topic[], topic: Topic): Topic[] => numberKeys([...topics, topic]);

/** The menu with the parts of one topic replaced. */
export const setParts = (topics: readonly Topic[], id: string, parts: readonly string[]): Topic[] =>
  topics.map((topic) => (topic.id === id ? { ...topic, parts: [...parts] } : topic));

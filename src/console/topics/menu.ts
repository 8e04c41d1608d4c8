import { topicPrompt } from '../../call/say.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import type { Menu } from '../line/menu.ts';
import { partsWith, plainText, valuesIn } from '../text/sentence.ts';

/** Number of keys for topics, which is also the maximum number of topics. */
export const mostTopics = 6;

/** The topics as a menu. */
export const topicMenu: Menu = {
  name: 'topics',
  entriesIn: ({ topics }) => topics,
  nameOf: ({ topic }, id) => topic(id),
};

/** What callers hear for a topic in the menu, in the source language; empty if no text has been written. */
export function menuText({ line, find }: Pick<DraftNow, 'line' | 'find'>, id: string): string {
  const { sourceLanguage, topics } = line.file;
  const key = topics.find((topic) => topic.id === id)?.key ?? null;
  const partsOf = partsWith(valuesIn(line.file, sourceLanguage, key), () => null);
  const sentences = find(sourceLanguage, topicPrompt(id))?.sentences ?? [];
  return sentences.map((sentence) => plainText(partsOf(sentence))).join('');
}

import { topicPrompt } from '../../call/say.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { plainText, sentenceShower, valuesIn } from './show-sentence.ts';

/** How many keys topics have. */
export const mostTopics = 6;

/** What callers hear of a topic in the menu, in the source language; empty where nothing has been written. */
export function menuText({ line, find }: Pick<DraftNow, 'line' | 'find'>, id: string): string {
  const { sourceLanguage, topics } = line.file;
  const key = topics.find((topic) => topic.id === id)?.key ?? null;
  const showSentence = sentenceShower(valuesIn(line.file, sourceLanguage, key));
  const sentences = find(sourceLanguage, topicPrompt(id))?.sentences ?? [];
  return sentences.map((sentence) => plainText(showSentence(sentence))).join('');
}

/** A menu as the audit names it: 1 days, 2 place. */
export const orderOf = (entries: readonly { readonly key: string; readonly id: string }[]): string =>
  entries.map(({ key, id }) => `${key} ${id}`).join(', ');

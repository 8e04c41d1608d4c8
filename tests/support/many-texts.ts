import { topicPrompt } from '../../src/call/say.ts';
import type { Draft, LanguageWords } from '../../src/words/draft.ts';

/**
 * Adds a topic with `count` texts in each language to a draft. The texts are made from sentences of the other topics,
 * so that the rules do not stop a publication.
 */
export function manyTexts(draft: Draft, count: number): Draft {
  const parts = draft.line.topics.flatMap((topic) => topic.parts);
  const more = Array.from({ length: count }, (_, index) => `long.part-${index}`);
  const textIn = ({ prompts }: LanguageWords, index: number): string[] => {
    const from = (position: number) => prompts[parts[position % parts.length] ?? ''] ?? [];
    return [...from(index).slice(0, 1 + (index % 3)), ...from(Math.floor(index / parts.length)).slice(0, 2)];
  };
  const [first] = draft.line.topics;
  const key = String(draft.line.topics.length + 1);
  const long = { id: 'long', key, name: { ja: '長い項目', en: 'Long' }, parts: more };
  const words = [...draft.words].map(([tag, written]): [string, LanguageWords] => {
    const menu = written.prompts[topicPrompt(first?.id ?? '')] ?? [];
    const own = Object.fromEntries(more.map((prompt, index) => [prompt, textIn(written, index)]));
    return [tag, { ...written, prompts: { ...written.prompts, 'topic.long.menu': menu, ...own } }];
  });
  return { ...draft, line: { ...draft.line, topics: [...draft.line.topics, long] }, words: new Map(words) };
}

import { destinationPrompt, topicPrompt } from '../../call/say.ts';
import type { LineFile } from '../../words/line-file.ts';
import { keyPromptsOf, whisperPrompt } from '../../words/prompt-ids.ts';

/** Where callers hear a text, as far as its name tells; empty where only its words do. */
export function purposeOf(line: LineFile, prompt: string): string {
  const item = line.topics.find(({ id }) => topicPrompt(id) === prompt);
  if (item) return `項目の案内(キー${item.key}) / Menu item (key ${item.key})`;
  const topics = line.topics.filter(({ parts }) => parts.includes(prompt)).map(({ key }) => key);
  if (topics.length > 0) return `項目${topics.join('、')}の説明 / Explanation of topic ${topics.join(', ')}`;
  for (const { id, name } of line.destinations) {
    if (prompt === destinationPrompt(id, 'transfer')) {
      return `「${name.ja}」につなぐ前 / Before a call is put through to “${name.en}”`;
    }
    if (prompt === destinationPrompt(id, 'number')) return `「${name.ja}」の番号 / The number of “${name.en}”`;
    if (prompt === destinationPrompt(id, 'hours')) return `「${name.ja}」の受付時間 / The hours of “${name.en}”`;
  }
  if (prompt === whisperPrompt) return '担当者だけが聞く文 / Heard only by the person who answers';
  return keyPromptsOf(line).has(prompt) ? 'キーの案内 / Tells which key to press' : '';
}

import { topicPrompt } from '../../call/say.ts';
import type { Draft, LanguageWords } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { requiredPromptsIn } from '../prompt-ids.ts';

const isBlank = ({ prompts }: LanguageWords, prompt: string): boolean =>
  (prompts[prompt] ?? []).every((sentence) => sentence.trim() === '');

/**
 * Whether a prompt has no words in any language. For a prompt of a topic, the cause is probably a mistake in
 * `line.yaml`, and not a missing text in every language.
 */
const hasNoWords = ({ words }: Draft, prompt: string): boolean =>
  [...words.values()].every((language) => isBlank(language, prompt));

/** M-12: a topic needs a prompt that has no words in any language. */
export function topicsWithoutWords(draft: Draft): Finding[] {
  const { line } = draft;
  return line.topics.flatMap(({ id, parts }, index) =>
    [topicPrompt(id), ...parts]
      .filter((prompt) => hasNoWords(draft, prompt))
      .map(
        (prompt): Finding => ({
          rule: 'M-12',
          level: 'error',
          place: { path: ['topics', index, ...(parts.includes(prompt) ? ['parts', parts.indexOf(prompt)] : ['id'])] },
          ja: `項目「${id}」の「${prompt}」は、どの言語にも文がありません。名前を直すか、すべての言語に文を書いてください。`,
          en: `Topic "${id}" needs "${prompt}", which has no words in any language; correct the name, or write words in every language.`,
        }),
      ),
  );
}

/**
 * M-19: a prompt that the line uses has no words in a language. If a prompt of a topic has no words in any language,
 * M-12 reports it instead.
 */
export function missingPrompts(draft: Draft): Finding[] {
  const { line, words } = draft;
  const reported = new Set(line.topics.flatMap(({ id, parts }) => [topicPrompt(id), ...parts]));
  return [...words].flatMap(([language, written]) =>
    requiredPromptsIn(line, language)
      .filter((prompt) => isBlank(written, prompt) && !(reported.has(prompt) && hasNoWords(draft, prompt)))
      .map(
        (prompt): Finding => ({
          rule: 'M-19',
          level: 'error',
          place: { language, prompt },
          ja: `「${prompt}」の文がありません。この言語の文を書いてください。`,
          en: `"${prompt}" has no words; write them in this language.`,
        }),
      ),
  );
}

/** The id of the rule on unused words. */
export const unusedRule = 'M-20';

/** M-20: words that no part of the line uses. */
export function unusedPrompts({ line, words }: Draft): Finding[] {
  return [...words].flatMap(([language, { prompts }]) => {
    const used = new Set(requiredPromptsIn(line, language));
    return Object.keys(prompts)
      .filter((prompt) => !used.has(prompt))
      .map(
        (prompt): Finding => ({
          rule: unusedRule,
          level: 'warning',
          place: { language, prompt },
          ja: `「${prompt}」はどこでも使われていません。消すか、項目に入れてください。`,
          en: `Nothing uses "${prompt}"; delete it, or put it into a topic.`,
        }),
      );
  });
}

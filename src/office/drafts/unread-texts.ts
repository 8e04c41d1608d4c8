import type { LanguageTag } from '../../call/line.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import type { DraftNow } from './draft-desk.ts';

/**
 * The prompts that a language needs and whose texts in this language no native reader has reviewed. Prompts without a
 * text in the language are left out.
 */
export const unreadPrompts = ({ draft, find }: Pick<DraftNow, 'draft' | 'find'>, language: LanguageTag): string[] =>
  requiredPromptsIn(draft.line, language).filter((prompt) => {
    const text = find(language, prompt);
    return text !== null && text.sentences.length > 0 && !text.isReviewed;
  });

import { compareTexts } from '../../../drafts/compare-texts.ts';
import type { ContentsCompared } from '../../../editions/compare-contents.ts';
import type { Visitor } from '../visitor.ts';
import { showValues } from './name-value.ts';

/** Changes between two editions, as views show them: texts by prompt, with the words that went and came. */
export function showChanges({ t }: Pick<Visitor, 't'>, { texts, values }: Pick<ContentsCompared, 'texts' | 'values'>) {
  const byPrompt = Map.groupBy(texts, ({ prompt }) => prompt);
  return {
    count: texts.length + values.length,
    prompts: [...byPrompt].map(([prompt, changed]) => ({
      prompt,
      texts: changed.map(({ language, before, after }) => ({
        language,
        href: `/console/texts/${language}/${encodeURIComponent(prompt)}`,
        sentences: compareTexts(language, before, after),
      })),
    })),
    values: showValues({ t }, values),
  };
}

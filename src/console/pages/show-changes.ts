import { compareAll } from '../../office/drafts/compare-texts.ts';
import type { ContentsCompared } from '../../office/editions/compare-contents.ts';
import type { Visitor } from '../visitor.ts';
import { showValues } from './name-value.ts';
import { pathOfText } from './open-text.ts';

/** Changes between two editions, as views show them: texts by prompt, with the words that went and came. */
export async function showChanges(
  { t }: Pick<Visitor, 't'>,
  { texts, values }: Pick<ContentsCompared, 'texts' | 'values'>,
) {
  const compared = await compareAll(texts);
  const shown = texts.map(({ language, prompt }, index) => ({
    prompt,
    language,
    href: `/console${pathOfText(language, prompt)}`,
    sentences: compared[index] ?? [],
  }));
  const byPrompt = Map.groupBy(shown, ({ prompt }) => prompt);
  return {
    count: texts.length + values.length,
    prompts: [...byPrompt].map(([prompt, changed]) => ({ prompt, texts: changed })),
    values: showValues({ t }, values),
  };
}

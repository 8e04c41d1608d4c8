import type { Draft, LanguageWords } from '../draft.ts';
import type { Finding } from '../finding.ts';
import type { LineFile } from '../line-file.ts';
import { placeholdersIn } from '../sentence-template.ts';

const limits = { warning: 6, error: 9 } as const;

/**
 * T-05: a prompt of a topic with more sentences than a listener can retain, since each sentence makes a statement. A
 * sentence that repeats a telephone number does not count.
 * Source: the messages of Hirosaki University's Easy Japanese, five or six sentences each.
 */
export function blockLength({ line, words }: Draft): Finding[] {
  const blocks = [...new Set(line.topics.flatMap(({ parts }) => parts))];
  return [...words].flatMap(([language, written]) =>
    blocks.flatMap((prompt): Finding[] => {
      const count = factsIn(line, written, prompt);
      if (count <= limits.warning) return [];
      return [
        {
          rule: 'T-05',
          level: count > limits.error ? 'error' : 'warning',
          place: { language, prompt },
          ja: `「${prompt}」は${count}文あります(目安は${limits.warning}文まで)。減らすか、二つの文に分けて項目に入れてください。`,
          en: `"${prompt}" has ${count} sentences (${limits.warning} are enough at a time); say less, or divide it into two texts of its topic.`,
        },
      ];
    }),
  );
}

function factsIn({ facts }: LineFile, { prompts }: LanguageWords, prompt: string): number {
  const said = new Set<string>();
  return (prompts[prompt] ?? []).filter((sentence) => {
    const numbers = placeholdersIn(sentence).filter(
      (name) => Object.hasOwn(facts, name) && facts[name]?.type === 'phone',
    );
    const isRepeated = numbers.length > 0 && numbers.every((name) => said.has(name));
    for (const name of numbers) said.add(name);
    return !isRepeated;
  }).length;
}

import type { Draft, LanguageWords } from '../draft.ts';
import { isPhone } from '../fact-file.ts';
import type { Finding } from '../finding.ts';
import type { LineFile } from '../line-file.ts';
import { placeholdersIn } from '../sentence-template.ts';

const limits = { warning: 6, error: 9 } as const;

/**
 * T-05: too many sentences in a prompt of a topic. Each sentence makes a statement, and a listener cannot retain so
 * many statements. A sentence with telephone numbers does not count if all of them have been said before in the prompt.
 * Source: the messages of Hirosaki University's Easy Japanese have five or six sentences each.
 */
export function blockLength({ line, words }: Draft): Finding[] {
  const blocks = [...new Set(line.topics.flatMap(({ parts }) => parts))];
  return [...words].flatMap(([language, written]) =>
    blocks.flatMap((prompt): Finding[] => {
      const count = countStatements(line, written, prompt);
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

function countStatements({ facts }: LineFile, { prompts }: LanguageWords, prompt: string): number {
  const said = new Set<string>();
  return (prompts[prompt] ?? []).filter((sentence) => {
    const numbers = placeholdersIn(sentence).filter((name) => isPhone(facts, name));
    const isRepeated = numbers.length > 0 && numbers.every((name) => said.has(name));
    for (const name of numbers) said.add(name);
    return !isRepeated;
  }).length;
}

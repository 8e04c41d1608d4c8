import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';

/**
 * T-21: a translation with more or fewer sentences than its source. A sentence is probably missing, or was added. The
 * numbers should match, because the console and the sheets show each sentence beside its source sentence.
 */
export function sentenceCount({ line, words }: Draft): Finding[] {
  const source = words.get(line.sourceLanguage)?.prompts ?? {};
  return [...words].flatMap(([language, { prompts }]) =>
    Object.entries(prompts).flatMap(([prompt, sentences]): Finding[] => {
      const there = Object.hasOwn(source, prompt) ? (source[prompt]?.length ?? 0) : 0;
      const here = sentences.length;
      if (there === 0 || here === 0 || here === there) return [];
      return [
        {
          rule: 'T-21',
          level: 'warning',
          place: { language, prompt },
          ja: `「${prompt}」は${here}文ですが、元の文は${there}文です。抜けた文や余分な文がないか確かめてください。`,
          en: `"${prompt}" has ${here} sentences and its source ${there}; see whether one is missing or was added.`,
        },
      ];
    }),
  );
}

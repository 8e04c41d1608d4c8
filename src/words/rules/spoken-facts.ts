import { destinationPrompt } from '../../call/say.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { placeholdersIn } from '../sentence-template.ts';

/**
 * N-08: the prompt that should say the number of a destination, or its hours, lacks the placeholder of that fact. Only
 * the source language is checked, because T-17 compares the translations with the source.
 */
export function spokenFacts({ line, words }: Draft): Finding[] {
  const source = words.get(line.sourceLanguage);
  if (!source) return [];
  return line.destinations.flatMap(({ id, number, hours }) => {
    const wanted = [
      { prompt: destinationPrompt(id, 'number'), fact: number },
      ...(hours === undefined ? [] : [{ prompt: destinationPrompt(id, 'hours'), fact: hours }]),
    ];
    return wanted.flatMap(({ prompt, fact }): Finding[] => {
      const sentences = source.prompts[prompt];
      if (!sentences || sentences.flatMap(placeholdersIn).includes(fact)) return [];
      return [
        {
          rule: 'N-08',
          level: 'error',
          place: { language: line.sourceLanguage, prompt },
          ja: `「${prompt}」は転送先「${id}」の「{{${fact}}}」を伝える文です。「{{${fact}}}」を入れてください。`,
          en: `"${prompt}" must say {{${fact}}} of destination "${id}"; put it in.`,
        },
      ];
    });
  });
}

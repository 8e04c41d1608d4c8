import { disasterPrompts } from '../../call/disaster.ts';
import type { LanguageTag } from '../../call/line.ts';
import type { Draft } from '../../words/draft.ts';
import { momentPlaces } from '../../words/moment-facts.ts';
import { keyPromptsOf, requiredPromptsIn, whisperPrompt } from '../../words/prompt-ids.ts';
import { placesIn } from '../../words/sentence-template.ts';

/** A text of a draft that cannot be said. */
export interface Gap {
  readonly language: LanguageTag;
  readonly prompt: string;
  /** `missing`: it has no words. `place`: nothing can be put into one of its places. */
  readonly why: 'missing' | 'place';
}

/** Every text that callers could reach and that cannot be said, in the order in which they may meet them. */
export function gapsIn({ line, words }: Pick<Draft, 'line' | 'words'>): Gap[] {
  const offering = keyPromptsOf(line);
  const isKnown = (prompt: string, name: string): boolean => {
    if (name === 'key') return offering.has(prompt);
    if (name === 'language') return prompt === whisperPrompt;
    return momentPlaces.has(name) ? prompt === disasterPrompts.time : Object.hasOwn(line.facts, name);
  };
  return line.languages.flatMap(({ tag: language }) => {
    const prompts = words.get(language)?.prompts ?? {};
    return requiredPromptsIn(line, language).flatMap((prompt): Gap[] => {
      const sentences = prompts[prompt] ?? [];
      if (sentences.length === 0) return [{ language, prompt, why: 'missing' }];
      const isWhole = sentences.flatMap(placesIn).every((name) => isKnown(prompt, name));
      return isWhole ? [] : [{ language, prompt, why: 'place' }];
    });
  });
}

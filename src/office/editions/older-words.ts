import type { Saying } from '../../call/step.ts';
import type { EditionContent } from './edition-content.ts';

/**
 * Prompts that early versions of this program did not have, each with the prompt (or the beginning of its id) that
 * those versions said instead. Null if they said nothing.
 */
const before: readonly (readonly [prompt: RegExp, instead: string | null])[] = [
  [/^number-to-call$/, 'person'],
  [/^(?:topic|number)-outdated$/, null],
  [/^disaster-place-also\./, 'disaster-place.'],
];

/**
 * What an edition says for a saying. An edition published by an early version of this program lacks some prompts.
 * Instead of such a prompt, it says what the early version said. Any other saying is returned unchanged, even if the
 * edition has no words for it.
 * @returns null if the early version said nothing
 */
export function sayingOfEdition(words: EditionContent['words'], saying: Saying): Saying | null {
  const { prompt, language } = saying;
  if (Object.hasOwn(words[language]?.prompts ?? {}, prompt)) return saying;
  const older = before.find(([pattern]) => pattern.test(prompt));
  if (!older) return saying;
  const [pattern, instead] = older;
  return instead === null ? null : { ...saying, prompt: prompt.replace(pattern, instead) };
}

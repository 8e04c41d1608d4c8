import type { Saying } from '../../call/step.ts';
import type { EditionContent } from './edition-content.ts';

/** For prompts that were introduced later: the prompt that was said in their place before; null if nothing was said. */
const before: readonly (readonly [prompt: RegExp, instead: string | null])[] = [
  [/^number-to-call$/, 'person'],
  [/^(?:topic|number)-outdated$/, null],
  [/^disaster-place-also\./, 'disaster-place.'],
];

/**
 * The saying for which an edition has words. An edition published by an earlier version of this program lacks the prompts that
 * were introduced later; until it is replaced, it says in their place what it said before.
 * @returns null if it says nothing
 */
export function sayingOfEdition(words: EditionContent['words'], saying: Saying): Saying | null {
  const { prompt, language } = saying;
  if (Object.hasOwn(words[language]?.prompts ?? {}, prompt)) return saying;
  const older = before.find(([pattern]) => pattern.test(prompt));
  if (!older) return saying;
  const [pattern, instead] = older;
  return instead === null ? null : { ...saying, prompt: prompt.replace(pattern, instead) };
}

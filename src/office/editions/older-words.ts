import type { Saying } from '../../call/step.ts';
import type { EditionContent } from './edition-content.ts';

/** What was said before there were words of their own for it; null: nothing. */
const before: readonly (readonly [prompt: RegExp, instead: string | null])[] = [
  [/^number-to-call$/, 'person'],
  [/^(?:topic|number)-outdated$/, null],
  [/^disaster-place-also\./, 'disaster-place.'],
];

/**
 * What an edition says for a saying. One that was published by an earlier version of this program lacks the prompts that came
 * later, and is served until it is replaced: it says what it said then.
 * @returns null where it says nothing
 */
export function sayingOfEdition(words: EditionContent['words'], saying: Saying): Saying | null {
  const { prompt, language } = saying;
  if (Object.hasOwn(words[language]?.prompts ?? {}, prompt)) return saying;
  const older = before.find(([pattern]) => pattern.test(prompt));
  if (!older) return saying;
  const [pattern, instead] = older;
  return instead === null ? null : { ...saying, prompt: prompt.replace(pattern, instead) };
}

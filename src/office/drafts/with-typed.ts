import type { LanguageTag } from '../../call/line.ts';
import { unknownPerson } from '../staff/programs.ts';
import type { DraftNow } from './draft-desk.ts';
import type { DraftText } from './draft-text.ts';

/**
 * Returns the draft with the words of one prompt replaced by words that were typed and are not saved yet. With this
 * draft, a translation is checked against the source text beside it on the page. Everything except `texts` and `find`
 * stays the same.
 */
export function withTyped(now: DraftNow, prompt: string, typed: ReadonlyMap<LanguageTag, readonly string[]>): DraftNow {
  const texts = new Map(
    [...typed].map(([language, sentences]) => [
      language,
      { ...(now.find(language, prompt) ?? unsaved), language, prompt, sentences },
    ]),
  );
  const isTyped = (text: DraftText) => text.prompt === prompt && texts.has(text.language);
  return {
    ...now,
    texts: [...now.texts.filter((text) => !isTyped(text)), ...texts.values()],
    find: (language, name) => (name === prompt ? texts.get(language) : undefined) ?? now.find(language, name),
  };
}

/** The fields of a text that was typed and is not saved yet. */
export const unsaved: Omit<DraftText, 'language' | 'prompt'> = {
  revision: 0,
  sentences: [],
  sourceFingerprint: null,
  isReady: false,
  isReviewed: true,
  act: 'edited',
  reason: null,
  by: unknownPerson,
  at: 0,
};

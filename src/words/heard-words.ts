import { byName } from './by-name.ts';
import type { Draft, LanguageWords } from './draft.ts';
import { withOwnLeafletNames } from './own-leaflet-names.ts';
import type { Place } from './place.ts';
import { requiredPromptsIn } from './prompt-ids.ts';
import type { Reason } from './reasons.ts';

/** The part of a draft that callers or agents can hear. */
export interface HeardDraft {
  readonly draft: Draft;
  /** Reasons that apply only to prompts without words, or to prompts that no part of the line uses. */
  readonly setAside: readonly Reason[];
}

/**
 * Leaves out the words that no part of the line uses, such as the words of a removed topic, and names on leaflets in other
 * languages than those of the line. Staff may keep these for later, and problems in them must not block a publication.
 * The given draft is not changed.
 */
export function heardIn(draft: Draft): HeardDraft {
  const { line, words, reasons } = draft;
  const heard = new Map<string, LanguageWords>();
  for (const [language, written] of words) {
    const used = new Set(requiredPromptsIn(line, language));
    const all = Object.entries(written.prompts);
    heard.set(language, { ...written, prompts: byName(all.filter(([prompt]) => used.has(prompt))) });
  }
  const isUnused = (place: Place): boolean =>
    !('path' in place) && place.prompt !== undefined && heard.get(place.language)?.prompts[place.prompt] === undefined;
  const isAside = ({ places }: Reason): boolean => places.length > 0 && places.every(isUnused);
  return {
    draft: {
      ...draft,
      line: withOwnLeafletNames(line),
      words: heard,
      reasons: reasons.filter((reason) => !isAside(reason)),
    },
    setAside: reasons.filter(isAside),
  };
}

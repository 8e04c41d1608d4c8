import type { LanguageTag } from '../../call/line.ts';
import type { Narration } from '../../speech/narration.ts';
import type { Draft } from '../../words/draft.ts';
import type { HashTexts } from '../editions/approval/text-hashes.ts';
import { draftOf, type EditionContent } from '../editions/edition-content.ts';
import { speakText, type TextPlace } from '../editions/speak-text.ts';

/** One side of a change. */
export interface TextHeard {
  readonly sentences: readonly string[];
  /** Null where there are no words, or they cannot be spoken. */
  readonly narration: Narration | null;
}

/** A text that callers will hear differently: in other words, with other values in them, or from another voice. */
export interface ChangedSound extends TextPlace {
  readonly before: TextHeard;
  readonly after: TextHeard;
  /** True where the words are the same, and only what is put into them or the voice is not. */
  readonly isSoundOnly: boolean;
}

type Voice = EditionContent['engine'];

/**
 * Everything of one language that sounds different in the draft.
 * @param live null when nothing was ever published
 */
export async function changedTexts(
  hashTexts: HashTexts,
  live: EditionContent | null,
  draft: Draft,
  voice: Voice,
  language: LanguageTag,
): Promise<ChangedSound[]> {
  const old = live && draftOf(live);
  const [before, after] = [old && live && (await hashTexts(old, live.engine)), await hashTexts(draft, voice)];
  const wordsIn = (from: Draft | null) => from?.words.get(language)?.prompts ?? {};
  const [were, are] = [wordsIn(old), wordsIn(draft)];
  return [...new Set([...Object.keys(are), ...Object.keys(were)])].flatMap((prompt): ChangedSound[] => {
    const place = { language, prompt };
    const [one, other] = [were[prompt] ?? [], are[prompt] ?? []];
    const isSameWords = one.join('\n') === other.join('\n');
    if (isSameWords && before?.find(place) === after.find(place)) return [];
    return [
      {
        ...place,
        before: { sentences: one, narration: old && live && narrationOf(old, live.engine, place) },
        after: { sentences: other, narration: narrationOf(draft, voice, place) },
        isSoundOnly: isSameWords,
      },
    ];
  });
}

const narrationOf = (draft: Draft, voice: Voice, place: TextPlace): Narration | null =>
  draft.line.languages.some(({ tag }) => tag === place.language)
    ? (speakText(draft, voice, place)?.narration ?? null)
    : null;

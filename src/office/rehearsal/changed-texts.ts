import type { LanguageTag } from '../../call/line.ts';
import type { TextRef } from '../../call/step.ts';
import type { SpokenNarration } from '../../speech/narration.ts';
import type { Draft } from '../../words/draft.ts';
import type { HashTexts } from '../editions/approval/text-hashes.ts';
import { draftOf, type EditionContent } from '../editions/edition-content.ts';
import { speakText } from '../editions/speak-text.ts';

/** A text before or after a change. */
export interface TextHeard {
  readonly sentences: readonly string[];
  /** Null if there are no words, or if they cannot be spoken. */
  readonly narration: SpokenNarration | null;
}

/** A text that will sound different to callers: other words, other values, or another voice. */
interface ChangedSound extends TextRef {
  readonly before: TextHeard;
  readonly after: TextHeard;
  /** True if the words are the same and only values or the voice differ. */
  readonly isSoundOnly: boolean;
}

type Voice = EditionContent['engine'];

/**
 * All texts of one language that sound different in the draft than in the live edition.
 * @param live the live edition; null if nothing was ever published
 */
export async function changedTexts(
  hashTexts: HashTexts,
  live: EditionContent | null,
  draft: Draft,
  voice: Voice,
  language: LanguageTag,
): Promise<ChangedSound[]> {
  const old = live && draftOf(live);
  const before = old && live && (await hashTexts(old, live.engine));
  const after = await hashTexts(draft, voice);
  const wordsIn = (from: Draft | null) => from?.words.get(language)?.prompts ?? {};
  const [were, are] = [wordsIn(old), wordsIn(draft)];
  return [...new Set([...Object.keys(are), ...Object.keys(were)])].flatMap((prompt): ChangedSound[] => {
    const ref = { language, prompt };
    const [one, other] = [were[prompt] ?? [], are[prompt] ?? []];
    const isSameWords = one.join('\n') === other.join('\n');
    if (isSameWords && before?.find(ref) === after.find(ref)) return [];
    return [
      {
        ...ref,
        before: { sentences: one, narration: old && live && narrationOf(old, live.engine, ref) },
        after: { sentences: other, narration: narrationOf(draft, voice, ref) },
        isSoundOnly: isSameWords,
      },
    ];
  });
}

const narrationOf = (draft: Draft, voice: Voice, ref: TextRef): SpokenNarration | null =>
  draft.line.languages.some(({ tag }) => tag === ref.language)
    ? (speakText(draft, voice, ref)?.narration ?? null)
    : null;

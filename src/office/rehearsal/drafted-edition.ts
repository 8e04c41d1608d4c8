import type { LanguageTag } from '../../call/line.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import type { Draft } from '../../words/draft.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import type { DraftDesk, DraftNow } from '../drafts/draft-desk.ts';
import { editionOf, type OfficeEdition } from '../editions/edition.ts';
import { isSpeakable } from '../editions/speak-text.ts';

/** The draft as an edition that can be called. */
export interface Drafted {
  readonly now: DraftNow;
  /** Null if the line is incomplete: a destination refers to a fact that does not exist or is of another type. */
  readonly edition: OfficeEdition | null;
  /** Texts that cannot be spoken yet. A call continues until it reaches one of them. */
  readonly gaps: readonly Gap[];
}

/** Returns a function that creates an edition from the draft. It caches the edition until the draft changes. */
export function createDraftedEdition(
  drafts: Pick<DraftDesk, 'read'>,
  engine: Pick<SpeechEngine, 'id' | 'fingerprint'>,
): () => Promise<Drafted> {
  let known: Drafted | null = null;
  return async () => {
    const now = await drafts.read();
    if (known?.now !== now) known = { now, edition: wholeEdition(now, engine), gaps: gapsIn(now.draft) };
    return known;
  };
}

function wholeEdition({ draft }: DraftNow, engine: Pick<SpeechEngine, 'id' | 'fingerprint'>): OfficeEdition | null {
  try {
    return editionOf(draft, engine);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** A text of a draft that cannot be spoken. */
interface Gap {
  readonly language: LanguageTag;
  readonly prompt: string;
  /** `missing`: the text has no words. `placeholder`: one of its placeholders has no value. */
  readonly why: 'missing' | 'placeholder';
}

/** Every text of the line that cannot be spoken, by language, in the order of `requiredPromptsIn`. */
export function gapsIn({ line, words }: Pick<Draft, 'line' | 'words'>): Gap[] {
  return line.languages.flatMap(({ tag: language }) => {
    const prompts = words.get(language)?.prompts ?? {};
    return requiredPromptsIn(line, language).flatMap((prompt): Gap[] => {
      const sentences = prompts[prompt] ?? [];
      if (sentences.length === 0) return [{ language, prompt, why: 'missing' }];
      return sentences.every(isSpeakable({ line }, { language, prompt }))
        ? []
        : [{ language, prompt, why: 'placeholder' }];
    });
  });
}

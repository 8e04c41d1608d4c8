import type { LanguageTag } from '../../call/line.ts';
import type { SpeechEngine } from '../../speech/engine.ts';
import type { Draft } from '../../words/draft.ts';
import { momentPlaceholders, momentPlaceholdersIn } from '../../words/moment-facts.ts';
import { keyPromptsOf, requiredPromptsIn, whisperPrompt } from '../../words/prompt-ids.ts';
import { placeholdersIn } from '../../words/sentence-template.ts';
import type { DraftDesk, DraftNow } from '../drafts/draft-desk.ts';
import { type Edition, editionOf } from '../editions/edition.ts';

/** The draft as an edition that can be called. */
export interface Drafted {
  readonly now: DraftNow;
  /** Null if the line is incomplete: a destination refers to a fact that does not exist or is of another type. */
  readonly edition: Edition | null;
  /** Texts that cannot be spoken yet. A call continues until it reaches one of them. */
  readonly gaps: readonly Gap[];
}

/** Creates an edition from the draft, and caches it until the draft changes. */
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

function wholeEdition({ draft }: DraftNow, engine: Pick<SpeechEngine, 'id' | 'fingerprint'>): Edition | null {
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

/** Every reachable text that cannot be spoken, in the order in which callers may reach them. */
export function gapsIn({ line, words }: Pick<Draft, 'line' | 'words'>): Gap[] {
  const offering = keyPromptsOf(line);
  const isKnown = (prompt: string, name: string): boolean => {
    if (name === 'key') return offering.has(prompt);
    if (name === 'language') return prompt === whisperPrompt;
    return momentPlaceholders.has(name) ? momentPlaceholdersIn(prompt).includes(name) : Object.hasOwn(line.facts, name);
  };
  return line.languages.flatMap(({ tag: language }) => {
    const prompts = words.get(language)?.prompts ?? {};
    return requiredPromptsIn(line, language).flatMap((prompt): Gap[] => {
      const sentences = prompts[prompt] ?? [];
      if (sentences.length === 0) return [{ language, prompt, why: 'missing' }];
      const isWhole = sentences.flatMap(placeholdersIn).every((name) => isKnown(prompt, name));
      return isWhole ? [] : [{ language, prompt, why: 'placeholder' }];
    });
  });
}

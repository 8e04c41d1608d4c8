import type { LanguageTag } from '../../call/line.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import type { DraftNow } from './draft-desk.ts';
import { type TextMark, type TextState, textState, unmarked } from './text-state.ts';

/**
 * Looks up a text of the draft: whether callers now hear exactly its words and sounds, and whether these were approved
 * or sent back.
 */
export type Marks = (language: LanguageTag, prompt: string) => TextMark;

/** One prompt in all languages. */
export interface LedgerRow {
  readonly prompt: string;
  /** Whether the line uses the prompt. */
  readonly isUsed: boolean;
  /** The states in the order of the line's languages; null for a language that neither needs nor has the text. */
  readonly states: ReadonlyMap<LanguageTag, TextState | null>;
  /** The languages in which the state is `published` although the words and sounds were not approved. */
  readonly unapproved: ReadonlySet<LanguageTag>;
}

/**
 * One row for every prompt: first the prompts that the line uses, in the order of `requiredPromptsIn`, then other
 * prompts that have words, in alphabetical order.
 */
export function ledgerOf(now: Pick<DraftNow, 'line' | 'texts' | 'find'>, marks: Marks): LedgerRow[] {
  const line = now.line.file;
  const tags = line.languages.map(({ tag }) => tag);
  const needed = new Map(tags.map((tag) => [tag, new Set(requiredPromptsIn(line, tag))]));
  const used = requiredPromptsIn(line, line.sourceLanguage);
  const written = now.texts.filter(({ sentences }) => sentences.length > 0).map(({ prompt }) => prompt);
  const usedPrompts = new Set(used);
  return [...new Set([...used, ...written.toSorted()])].map((prompt) => {
    const states = tags.map((tag): [LanguageTag, TextState | null] => {
      const state = stateOf(now, marks, tag, prompt);
      return [tag, state === 'missing' && !needed.get(tag)?.has(prompt) ? null : state];
    });
    const unapproved = states.filter(([tag, state]) => isUnapproved(state, marks(tag, prompt))).map(([tag]) => tag);
    return { prompt, isUsed: usedPrompts.has(prompt), states: new Map(states), unapproved: new Set(unapproved) };
  });
}

/**
 * Whether the state of a text is `published` although the text was not approved. False for a live text in any other
 * state, such as `stale`.
 */
export const isUnapproved = (state: TextState | null, { verdict }: TextMark): boolean =>
  state === 'published' && verdict !== 'approved';

/** The state of one text of the draft. */
export function stateOf(
  { line, find }: Pick<DraftNow, 'line' | 'find'>,
  marks: Marks,
  language: LanguageTag,
  prompt: string,
): TextState {
  const { sourceLanguage } = line.file;
  const source = language === sourceLanguage ? null : (find(sourceLanguage, prompt)?.sentences ?? []);
  return textState(find(language, prompt), { ...marks(language, prompt), source });
}

/** With these marks, no text counts as live, approved or sent back, so that states depend on the draft alone. */
export const noMarks: Marks = () => unmarked;

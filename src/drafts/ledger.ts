import type { LanguageTag } from '../call/line.ts';
import { requiredPromptsIn } from '../prompts/prompt-ids.ts';
import type { DraftNow } from './draft-desk.ts';
import { type TextState, textState } from './text-state.ts';

/** The texts that callers hear now, by language. */
export type LiveWords = Readonly<
  Record<LanguageTag, { readonly prompts: Readonly<Record<string, readonly string[]>> } | undefined>
>;

/** One prompt in all languages. */
export interface LedgerRow {
  readonly prompt: string;
  /** Whether callers can reach it. */
  readonly isUsed: boolean;
  /** In the order of the line's languages; null where a language neither needs nor has it. */
  readonly states: ReadonlyMap<LanguageTag, TextState | null>;
}

/** Every prompt, in the order in which callers may meet them, and then those that nothing uses. */
export function ledgerOf(now: Pick<DraftNow, 'line' | 'texts' | 'find'>, live: LiveWords): LedgerRow[] {
  const line = now.line.file;
  const needed = new Map(line.languages.map(({ tag }) => [tag, new Set(requiredPromptsIn(line, tag))]));
  const used = requiredPromptsIn(line, line.sourceLanguage);
  const written = now.texts.filter(({ sentences }) => sentences.length > 0).map(({ prompt }) => prompt);
  const isUsed = new Set(used);
  return [...new Set([...used, ...written.toSorted()])].map((prompt) => ({
    prompt,
    isUsed: isUsed.has(prompt),
    states: new Map(
      line.languages.map(({ tag }) => {
        const state = stateOf(now, live, tag, prompt);
        return [tag, state === 'missing' && !needed.get(tag)?.has(prompt) ? null : state];
      }),
    ),
  }));
}

/** Where one text of the draft stands. */
export function stateOf(
  { line, find }: Pick<DraftNow, 'line' | 'find'>,
  live: LiveWords,
  language: LanguageTag,
  prompt: string,
): TextState {
  const { sourceLanguage } = line.file;
  return textState(find(language, prompt), {
    source: language === sourceLanguage ? null : (find(sourceLanguage, prompt)?.sentences ?? []),
    live: live[language]?.prompts[prompt] ?? null,
  });
}

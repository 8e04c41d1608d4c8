import { setImmediate } from 'node:timers/promises';
import type { LanguageTag } from '../call/line.ts';
import type { DraftNow } from '../drafts/draft-desk.ts';
import { type TextState, textState } from '../drafts/text-state.ts';
import { checkDraftCalmly } from '../prompts/check-draft.ts';
import type { Finding } from '../prompts/finding.ts';
import { requiredPromptsIn } from '../prompts/prompt-ids.ts';
import { checkDialogue } from './check-dialogue.ts';

/** A text that callers would need and that may not be published as it is. */
export interface UnfinishedText {
  readonly language: LanguageTag;
  readonly prompt: string;
  readonly state: Exclude<TextState, 'ready' | 'published'>;
}

/** What stands between a draft and its callers. */
export interface Publishable {
  readonly unfinished: readonly UnfinishedText[];
  /** Findings that block, each with what to do. */
  readonly errors: readonly Finding[];
  /** Findings that need a reason and have none. */
  readonly warnings: readonly Finding[];
}

/** Looks at every text callers can reach, at the words, and at the dialogue they make. */
export async function checkPublishable({ draft, find }: Pick<DraftNow, 'draft' | 'find'>): Promise<Publishable> {
  const { line } = draft;
  const unfinished = line.languages.flatMap(({ tag: language }) =>
    requiredPromptsIn(line, language).flatMap((prompt): UnfinishedText[] => {
      const isSource = language === line.sourceLanguage;
      const source = isSource ? null : (find(line.sourceLanguage, prompt)?.sentences ?? []);
      const state = textState(find(language, prompt), { source, live: null });
      return state === 'ready' || state === 'published' ? [] : [{ language, prompt, state }];
    }),
  );
  const findings = await checkDraftCalmly(draft, setImmediate);
  const errors = findings.filter(({ level }) => level === 'error');
  const flow = errors.length > 0 ? [] : checkDialogue(draft);
  return {
    unfinished,
    errors: [...errors, ...flow.filter(({ level }) => level === 'error')],
    warnings: [...findings, ...flow].filter(({ level, reason }) => level === 'warning' && reason === undefined),
  };
}

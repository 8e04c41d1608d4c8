import { setImmediate } from 'node:timers/promises';
import type { LanguageTag } from '../../call/line.ts';
import type { DraftNow } from '../drafts/draft-desk.ts';
import { noMarks, stateOf } from '../drafts/ledger.ts';
import type { TextState } from '../drafts/text-state.ts';
import { checkDraftCalmly } from '../../words/check-draft.ts';
import type { Finding } from '../../words/finding.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import { checkDialogue } from './check-dialogue.ts';

/** A text that callers would need and that may not be published as it is. */
export interface UnfinishedText {
  readonly language: LanguageTag;
  readonly prompt: string;
  readonly state: Extract<TextState, 'missing' | 'draft' | 'stale'>;
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
export async function checkPublishable(now: Pick<DraftNow, 'line' | 'draft' | 'find'>): Promise<Publishable> {
  const { draft } = now;
  const unfinished = draft.line.languages.flatMap(({ tag: language }) =>
    requiredPromptsIn(draft.line, language).flatMap((prompt): UnfinishedText[] => {
      // Who approved what is asked apart, because an emergency may go without it.
      const state = stateOf(now, noMarks, language, prompt);
      return state === 'missing' || state === 'draft' || state === 'stale' ? [{ language, prompt, state }] : [];
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

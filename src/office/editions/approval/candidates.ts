import type { TextRef } from '../../../call/step.ts';
import type { Draft } from '../../../words/draft.ts';
import { requiredPromptsIn } from '../../../words/prompt-ids.ts';
import type { DraftNow } from '../../drafts/draft-desk.ts';
import { type Marks, stateOf } from '../../drafts/ledger.ts';
import type { TextState } from '../../drafts/text-state.ts';
import type { Approval, HashedText } from './approval-records.ts';
import type { TextVoice } from './spoken-text.ts';
import type { TextHashes } from './text-hashes.ts';
import type { Verdicts } from './verdicts.ts';

/** A draft or live edition: its texts, the engine that speaks them, and their hashes. */
export interface SpokenDraft {
  readonly draft: Draft;
  readonly engine: TextVoice;
  readonly hashes: TextHashes;
}

/** The draft and the live edition at one moment, with the decisions about their texts. */
export interface ApprovalSnapshot {
  readonly now: DraftNow;
  readonly draft: SpokenDraft;
  /** What callers hear. */
  readonly live: SpokenDraft;
  readonly verdicts: Verdicts;
  readonly marks: Marks;
}

/** A text that an approver can decide about. */
export interface Candidate extends HashedText {
  /** `live`: callers hear the text, but in the draft it is missing or sounds different. */
  readonly origin: 'draft' | 'live';
  /** The state of a text of the draft; null if `origin` is `live`. */
  readonly state: TextState | null;
  /** Whether callers hear the text now. */
  readonly isLive: boolean;
}

/** The states of texts that wait for a decision. */
const waiting: ReadonlySet<TextState> = new Set(['to-approve', 'sent-back']);

/**
 * Every text that callers can reach and that can be spoken. These are the texts of the draft, and the texts of the live
 * edition that are missing or sound different in the draft.
 */
export function candidatesIn({ now, draft, live, marks }: ApprovalSnapshot): Candidate[] {
  const refs = (line: Draft['line']): TextRef[] =>
    line.languages.flatMap(({ tag }) => requiredPromptsIn(line, tag).map((prompt) => ({ language: tag, prompt })));
  const ofDraft = refs(draft.draft.line).flatMap((ref): Candidate[] => {
    const hash = draft.hashes.find(ref);
    if (hash === null) return [];
    const state = stateOf(now, marks, ref.language, ref.prompt);
    return [{ ...ref, hash, origin: 'draft', state, isLive: marks(ref.language, ref.prompt).isLive }];
  });
  const ofLive = refs(live.draft.line).flatMap((ref): Candidate[] => {
    const hash = live.hashes.find(ref);
    if (hash === null || hash === draft.hashes.find(ref)) return [];
    return [{ ...ref, hash, origin: 'live', state: null, isLive: true }];
  });
  return [...ofDraft, ...ofLive];
}

/**
 * Why a text of the draft was sent back, by whom and when; null if it was not, has changed since, or was approved
 * afterwards.
 */
export function sentBackIn(
  { draft, verdicts }: Pick<ApprovalSnapshot, 'draft' | 'verdicts'>,
  ref: TextRef,
): Approval | null {
  const hash = draft.hashes.find(ref);
  const found = hash === null ? null : verdicts.find({ ...ref, hash });
  return found?.verdict === 'sent-back' ? found : null;
}

/**
 * The candidates that wait for a decision: texts to approve, texts sent back, and texts that are live without approval.
 */
export const waitingIn = (snapshot: ApprovalSnapshot): Candidate[] =>
  candidatesIn(snapshot).filter((candidate) => {
    if (candidate.state !== null && waiting.has(candidate.state)) return true;
    return candidate.isLive && snapshot.verdicts.of(candidate, candidate.hash) !== 'approved';
  });

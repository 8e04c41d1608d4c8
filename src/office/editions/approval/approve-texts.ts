import type { Actor } from '../../staff/desk/actor.ts';
import type { ApprovedSound, HashedText } from './approval-records.ts';
import { type ApprovalTools, readSnapshot } from './approval-tools.ts';
import type { ApprovalSnapshot, Candidate } from './candidates.ts';
import { findChosen, mayDecide, type RefusalReason, type Refused } from './choose.ts';
import { type Decided, decideTexts, type HeardText } from './decide-texts.ts';
import { persistCandidates, speakCandidates } from './speak-candidates.ts';

/** What an approver fills in after listening. */
export interface ApproveForm {
  readonly texts: readonly HashedText[];
  /** The native reader who reviewed these words; null if nobody is named. */
  readonly reader: string | null;
}

/** The outcome: either all of the texts are approved, or none. */
export type ApproveResult =
  | Decided
  | { readonly kind: 'not-spoken'; readonly failures: readonly unknown[] }
  | { readonly kind: 'not-allowed' | 'nothing-chosen' | 'no-reader' };

/**
 * Approves texts exactly as they sound now, and stores their sounds permanently, so that exactly the bytes that were
 * listened to are published.
 * @throws StorageError when the database cannot store the sounds or the approvals. Nothing is approved then, unless the
 * error's kind is `lost`: then the texts may be approved
 */
export async function approveTexts(tools: ApprovalTools, actor: Actor, form: ApproveForm): Promise<ApproveResult> {
  if (!mayDecide(actor)) return { kind: 'not-allowed' };
  if (form.texts.length === 0) return { kind: 'nothing-chosen' };
  const reader = form.reader?.trim() ?? null;
  if (reader === '') return { kind: 'no-reader' };
  const snapshot = await readSnapshot(tools);
  const { found, refused } = findChosen(snapshot, form.texts);
  const unfit = found.flatMap((each) => refusedAs(each, whyUnfit(snapshot, each)));
  if (refused.length + unfit.length > 0) return { kind: 'refused', refused: [...refused, ...unfit] };
  const chosen = speakCandidates(snapshot, found);
  const kept = await persistCandidates(tools, snapshot, chosen);
  if ('failures' in kept) return { kind: 'not-spoken', failures: kept.failures };
  const sums = new Map(kept.entries.map(({ key, sha256 }) => [key, sha256]));
  const heard = chosen.map(({ candidate, spoken }): HeardText => {
    const keys = [...new Set([...spoken.normal, ...spoken.slow].map(({ key }) => key))];
    const sounds = keys.flatMap((key): ApprovedSound[] => {
      const sha256 = sums.get(key);
      return sha256 === undefined ? [] : [{ key, sha256 }];
    });
    return { candidate, sounds };
  });
  return tools.records.transaction((stores) =>
    decideTexts({ stores, snapshot, engine: tools.engine, actor, at: tools.clock() }, heard, reader),
  );
}

const refusedAs = ({ language, prompt, hash }: HashedText, why: RefusalReason | null): Refused[] =>
  why === null ? [] : [{ language, prompt, hash, why }];

function whyUnfit({ now, verdicts }: ApprovalSnapshot, candidate: Candidate): RefusalReason | null {
  const { state, isLive, hash, language, prompt } = candidate;
  if (verdicts.of(candidate, hash) === 'approved') return 'approved-already';
  // A text that was sent back can be approved while it is marked as ready.
  const isReady = state === 'to-approve' || (state === 'sent-back' && now.find(language, prompt)?.isReady === true);
  return isLive || isReady ? null : 'not-ready';
}

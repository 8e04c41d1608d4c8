import type { Actor } from '../../staff/desk/actor.ts';
import type { Failure } from '../prepare-audio.ts';
import type { ApprovedSound, HashedText } from './approval.ts';
import { type ApprovalTools, readSituation } from './approval-tools.ts';
import type { Candidate, Situation } from './candidates.ts';
import { findChosen, mayDecide, type Refused, type WhyNot } from './choose.ts';
import { type Decided, decideTexts, type Heard } from './decide-texts.ts';
import { keepCandidates, speakCandidates } from './speak-candidates.ts';

/** What somebody who has listened decides. */
export interface ApproveForm {
  readonly texts: readonly HashedText[];
  /** The native reader who went through these words; null when nobody is named. */
  readonly reader: string | null;
}

/** What can become of it: all of the texts are approved, or none. */
export type ApproveResult =
  | Decided
  | { readonly kind: 'not-spoken'; readonly failures: readonly Failure[] }
  | { readonly kind: 'not-allowed' | 'nothing-chosen' | 'no-reader' };

/**
 * Approves texts exactly as they sound now, and keeps their sounds for good: the very bytes that were listened to are those
 * that will be published.
 * @throws StorageError when the database cannot take it; nothing is approved then
 */
export async function approveTexts(tools: ApprovalTools, actor: Actor, form: ApproveForm): Promise<ApproveResult> {
  if (!mayDecide(actor)) return { kind: 'not-allowed' };
  if (form.texts.length === 0) return { kind: 'nothing-chosen' };
  const reader = form.reader?.trim() ?? null;
  if (reader === '') return { kind: 'no-reader' };
  const situation = await readSituation(tools);
  const { found, refused } = findChosen(situation, form.texts);
  const unfit = found.flatMap((each) => refusedAs(each, whyUnfit(situation, each)));
  if (refused.length + unfit.length > 0) return { kind: 'refused', refused: [...refused, ...unfit] };
  const chosen = speakCandidates(situation, found);
  const kept = await keepCandidates(tools, situation, chosen);
  if ('failures' in kept) return { kind: 'not-spoken', failures: kept.failures };
  const sums = new Map(kept.entries.map(({ key, sha256 }) => [key, sha256]));
  const heard = chosen.map(({ candidate, spoken }): Heard => {
    const keys = [...new Set([...spoken.normal, ...spoken.slow].map(({ key }) => key))];
    const sounds = keys.flatMap((key): ApprovedSound[] => {
      const sha256 = sums.get(key);
      return sha256 === undefined ? [] : [{ key, sha256 }];
    });
    return { candidate, sounds };
  });
  return tools.records.transaction((stores) =>
    decideTexts({ stores, situation, engine: tools.engine, actor, at: tools.clock() }, heard, reader),
  );
}

const refusedAs = ({ language, prompt, hash }: HashedText, why: WhyNot | null): Refused[] =>
  why === null ? [] : [{ language, prompt, hash, why }];

function whyUnfit({ now, verdicts }: Situation, candidate: Candidate): WhyNot | null {
  const { state, isLive, hash, language, prompt } = candidate;
  if (verdicts.of(candidate, hash) === 'approved') return 'approved-already';
  // Its author may have taken a text that was sent back in hand again.
  const isReady = state === 'to-approve' || (state === 'sent-back' && now.find(language, prompt)?.isReady === true);
  return isLive || isReady ? null : 'not-ready';
}

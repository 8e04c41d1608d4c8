import type { Actor } from '../../staff/desk/actor.ts';
import { may } from '../../staff/role.ts';
import type { HashedText } from './approval-records.ts';
import { type ApprovalSnapshot, type Candidate, candidatesIn } from './candidates.ts';

/** A person who may decide. Such a person always has an account, so that texts of their own are recognised. */
export type Approver = Actor & { readonly accountId: string };

/** Whether this actor may decide about texts. The command line may not, because its user is not identified. */
export const mayDecide = (actor: Actor): actor is Approver => actor.accountId !== null && may(actor.role, 'approve');

/** Why a text was not approved. */
export type RefusalReason = 'own' | 'not-heard' | 'changed' | 'approved-already' | 'not-ready';

export interface Refused extends HashedText {
  readonly why: RefusalReason;
}

/**
 * Finds the candidates for texts that were shown to an approver. Texts that sound different now, or are gone, are
 * refused.
 */
export function findChosen(
  snapshot: ApprovalSnapshot,
  texts: readonly HashedText[],
): { readonly found: readonly Candidate[]; readonly refused: readonly Refused[] } {
  const all = candidatesIn(snapshot);
  const found: Candidate[] = [];
  const refused: Refused[] = [];
  for (const text of texts) {
    const { language, prompt, hash } = text;
    const candidate = all.find((each) => each.language === language && each.prompt === prompt && each.hash === hash);
    if (candidate) found.push(candidate);
    else refused.push({ language, prompt, hash, why: 'changed' });
  }
  return { found, refused };
}

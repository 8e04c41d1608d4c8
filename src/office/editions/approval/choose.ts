import type { Actor } from '../../staff/desk/actor.ts';
import { may } from '../../staff/role.ts';
import type { HashedText } from './approval.ts';
import { type Candidate, candidatesIn, type Situation } from './candidates.ts';

/** Somebody who decides: always with an account, so that it is known whose words are his own. */
export type Approver = Actor & { readonly accountId: string };

/** Whether somebody may decide about texts. The command line never may, because nobody knows who sits at it. */
export const mayDecide = (actor: Actor): actor is Approver => actor.accountId !== null && may(actor.role, 'approve');

/** Why nothing was decided about a text. */
export type WhyNot = 'own' | 'not-heard' | 'changed' | 'approved-already' | 'not-ready';

export interface Refused extends HashedText {
  readonly why: WhyNot;
}

/** The texts that somebody had before his eyes, found again; what sounds otherwise now is refused. */
export function findChosen(
  situation: Situation,
  texts: readonly HashedText[],
): { readonly found: readonly Candidate[]; readonly refused: readonly Refused[] } {
  const all = candidatesIn(situation);
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

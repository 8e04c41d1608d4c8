import { type Account, type Member, toMember } from '../account.ts';
import { createId, createToken, csrfTokenOf, hashToken } from '../secret-token.ts';
import { type Session, sessionLifetime } from '../session.ts';
import type { StaffStores } from '../staff-records.ts';
import type { DeskTools } from './desk-tools.ts';

/** A person signed in with one browser. */
export interface SignedIn {
  readonly sessionId: string;
  readonly member: Member;
  /** The CSRF token for the forms of this session. */
  readonly csrfToken: string;
  /** When the session ends at the latest, in milliseconds since the epoch. Use does not extend it. */
  readonly endsAt: number;
}

/** A new session, with the secret for the browser's cookie. */
export interface Opened {
  readonly kind: 'signed-in';
  readonly token: string;
  readonly signedIn: SignedIn;
}

/** Describes the person who is signed in. Whoever holds the secret of the session counts as that person. */
export const toSignedIn = (token: string, session: Session, account: Account): SignedIn => ({
  sessionId: session.id,
  member: toMember(account),
  csrfToken: csrfTokenOf(token),
  endsAt: session.beganAt + sessionLifetime,
});

/** Begins a session, inside the transaction that checked the account. */
export async function openSession(
  { clock, random }: DeskTools,
  { sessions }: StaffStores,
  account: Account,
  browser: string,
): Promise<Opened> {
  const token = createToken(random);
  const now = clock();
  const session: Session = {
    id: createId(random),
    accountId: account.id,
    tokenHash: hashToken(token),
    beganAt: now,
    usedAt: now,
    browser,
  };
  await sessions.add(session);
  return { kind: 'signed-in', token, signedIn: toSignedIn(token, session, account) };
}

import { type WeakPassword, weaknessOf } from '../password-rules.ts';
import { admitAttempt } from '../throttle.ts';
import { personOf } from './actor.ts';
import type { DeskTools } from './desk-tools.ts';
import type { SignedIn } from './open-session.ts';

/** The form for changing a password. */
export interface PasswordForm {
  readonly current: string;
  readonly next: string;
  /** The client's network address, for throttling. */
  readonly address: string;
}

/**
 * The outcome of changing a password. `signed-out`: in the meantime, the account was switched off, or its password was
 * changed elsewhere.
 */
export type ChangePasswordResult =
  | { readonly kind: 'changed' | 'wrong-password' | 'signed-out' }
  | { readonly kind: 'weak-password'; readonly why: WeakPassword }
  | { readonly kind: 'throttled'; readonly seconds: number };

/**
 * Changes the password of the person who is signed in, and ends all other sessions of the account and all its links.
 * @throws StorageError when the database fails, and Error when the new password cannot be judged
 */
export async function changePassword(
  tools: DeskTools,
  { sessionId, member }: SignedIn,
  form: PasswordForm,
): Promise<ChangePasswordResult> {
  const { records, passwords, clock, isCommon } = tools;
  const why = await weaknessOf(form.next, member, isCommon);
  if (why) return { kind: 'weak-password', why };
  // Attempts are throttled like sign-in attempts. Otherwise anybody could guess the password in an unattended session.
  const known = `session ${sessionId}`;
  const admission = await admitAttempt(tools, { name: member.name, address: form.address, known });
  if (admission.kind === 'throttled') return admission;
  const account = await records.accounts.find(member.id);
  if (!account?.isActive) return { kind: 'signed-out' };
  if (!(await passwords.verify(account.password, form.current, 'known'))) {
    await records.audit.add({ at: clock(), who: personOf(account), act: 'password-refused', about: {} });
    return { kind: 'wrong-password' };
  }
  const password = await passwords.hash(form.next);
  return records.transaction(async ({ accounts, sessions, links, attempts, audit }): Promise<ChangePasswordResult> => {
    const at = clock();
    const current = await accounts.find(account.id);
    if (!current?.isActive || current.password !== account.password) return { kind: 'signed-out' };
    await accounts.save({ ...current, password });
    await attempts.clearAccount(admission.accountKey);
    await links.endAllOf(current.id);
    const endedSessions = await sessions.removeAllOf(current.id, sessionId);
    await audit.add({ at, who: personOf(current), act: 'password-changed', about: { endedSessions } });
    return { kind: 'changed' };
  });
}

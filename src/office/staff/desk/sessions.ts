import { hashToken } from '../secret-token.ts';
import { isOver, type Session, touchEvery } from '../session.ts';
import { personOf } from './actor.ts';
import type { DeskTools } from './desk-tools.ts';
import { type SignedIn, toSignedIn } from './open-session.ts';

/**
 * The session of a cookie. `signed-out`: the session does not exist, or the account is switched off. `session-over`:
 * the session has expired.
 */
export type ReadSessionResult =
  | { readonly kind: 'signed-in'; readonly signedIn: SignedIn }
  | { readonly kind: 'signed-out' | 'session-over' };

/** One of the person's own sessions, for listing. */
export interface ListedSession extends Pick<Session, 'id' | 'beganAt' | 'usedAt' | 'browser'> {
  readonly isThisOne: boolean;
}

/**
 * Ignores failures of unimportant writes, so that pages still appear when the disk is full. The next request tries
 * again.
 */
const bestEffort = (write: Promise<unknown>): Promise<unknown> => write.catch(() => {});

/** Finds the person who is signed in with the secret of a cookie, and records that the session was used. */
export async function readSession({ records, clock }: DeskTools, token: string): Promise<ReadSessionResult> {
  const session = await records.sessions.findByHash(hashToken(token));
  if (!session) return { kind: 'signed-out' };
  const now = clock();
  if (isOver(session, now)) {
    await bestEffort(records.sessions.remove(session.id));
    return { kind: 'session-over' };
  }
  const account = await records.accounts.find(session.accountId);
  if (!account?.isActive) return { kind: 'signed-out' };
  if (now - session.usedAt >= touchEvery) await bestEffort(records.sessions.touch(session.id, now));
  return { kind: 'signed-in', signedIn: toSignedIn(token, session, account) };
}

/** Ends this session. */
export async function signOut({ records, clock }: DeskTools, { sessionId, member }: SignedIn): Promise<void> {
  await records.transaction(async ({ sessions, audit }) => {
    if (!(await sessions.remove(sessionId))) return;
    await audit.add({ at: clock(), who: personOf(member), act: 'signed-out', about: {} });
  });
}

/** Lists the person's own sessions, most recently used first. */
export async function listSessions(
  { records, clock }: DeskTools,
  { sessionId, member }: SignedIn,
): Promise<ListedSession[]> {
  const now = clock();
  const sessions = await records.sessions.listOf(member.id);
  return sessions
    .filter((session) => !isOver(session, now))
    .map(({ id, beganAt, usedAt, browser }) => ({ id, beganAt, usedAt, browser, isThisOne: id === sessionId }));
}

/** Ends one of the person's own sessions. For a session of someone else, the result is `unknown-session`. */
export async function revokeSession(
  { records, clock }: DeskTools,
  { member }: SignedIn,
  id: string,
): Promise<{ readonly kind: 'revoked' | 'unknown-session' }> {
  return records.transaction(async ({ sessions, audit }) => {
    const own = (await sessions.listOf(member.id)).find((session) => session.id === id);
    if (!own) return { kind: 'unknown-session' };
    await sessions.remove(id);
    const about = { browser: own.browser };
    await audit.add({ at: clock(), who: personOf(member), act: 'session-revoked', about });
    return { kind: 'revoked' };
  });
}

/** Ends all of the person's own sessions except this one. */
export async function revokeOthers(
  { records, clock }: DeskTools,
  { sessionId, member }: SignedIn,
): Promise<{ readonly kind: 'revoked'; readonly count: number }> {
  return records.transaction(async ({ sessions, audit }) => {
    const count = await sessions.removeAllOf(member.id, sessionId);
    await audit.add({ at: clock(), who: personOf(member), act: 'others-signed-out', about: { count } });
    return { kind: 'revoked', count };
  });
}

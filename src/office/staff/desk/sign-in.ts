import { normaliseName } from '../account.ts';
import { describeBrowser } from '../describe-browser.ts';
import { readKnownBrowser } from '../known-browser.ts';
import { unknownPerson } from '../programs.ts';
import { admitAttempt } from '../throttle.ts';
import { personOf } from './actor.ts';
import type { DeskTools } from './desk-tools.ts';
import { type Opened, openSession } from './open-session.ts';

/** The form for signing in. */
export interface SignInForm {
  readonly name: string;
  readonly password: string;
  /**
   * The network address of the request. Only a keyed hash is stored, to count attempts. It is deleted within twenty
   * minutes or so.
   */
  readonly address: string;
  readonly userAgent: string;
  /** The content of the cookie for known browsers; see `KnownBrowser`. */
  readonly browser?: string | null;
}

/**
 * The outcome of signing in. `refused` stands for an unknown name, a wrong password and an inactive account alike,
 * because the difference would help attackers.
 */
export type SignInResult =
  | Opened
  | { readonly kind: 'refused' }
  | { readonly kind: 'throttled'; readonly seconds: number };

/** The seconds that a person is asked to wait while too many other attempts are waiting. */
const busyPause = 5;

/** Signs a person in with name and password. */
export async function signIn(tools: DeskTools, form: SignInForm): Promise<SignInResult> {
  const { records, passwords, clock, addressKey } = tools;
  const account = await records.accounts.findByName(normaliseName(form.name));
  const browser = readKnownBrowser(addressKey, form.browser ?? null);
  const known = account && browser?.accounts.includes(account.id) ? browser.id : null;
  const admission = await admitAttempt(tools, { name: form.name, address: form.address, known });
  if (admission.kind === 'throttled') return admission;
  const stored = account?.isActive ? account.password : null;
  const isRight = await passwords.verify(stored, form.password, known === null ? 'stranger' : 'known');
  if (isRight === 'busy') return { kind: 'throttled', seconds: busyPause };
  // The new hash is computed before the transaction, because hashing takes a while and would delay all other
  // transactions.
  const renewed =
    isRight && stored !== null && passwords.isOutdated(stored) ? await passwords.hash(form.password) : stored;
  return records.transaction(async (stores): Promise<SignInResult> => {
    const at = clock();
    const current = account && (await stores.accounts.find(account.id));
    if (!isRight || !current?.isActive || current.password !== stored) {
      const who = account ? personOf(account) : unknownPerson;
      await stores.audit.add({ at, who, act: 'sign-in-refused', about: {} });
      return { kind: 'refused' };
    }
    if (renewed !== stored) await stores.accounts.save({ ...current, password: renewed });
    await stores.attempts.clearAccount(admission.accountKey);
    const words = describeBrowser(form.userAgent);
    await stores.audit.add({ at, who: personOf(current), act: 'signed-in', about: { browser: words } });
    return openSession(tools, stores, current, words);
  });
}

import { normaliseName } from '../account.ts';
import { browserWords } from '../browser-words.ts';
import { readKnownBrowser } from '../known-browser.ts';
import { unknownPerson } from '../programs.ts';
import { admitAttempt } from '../throttle.ts';
import { personOf } from './actor.ts';
import type { DeskTools } from './desk-tools.ts';
import { type Opened, openSession } from './open-session.ts';

/** What somebody who wants to sign in brings. */
export interface SignInForm {
  readonly name: string;
  readonly password: string;
  /** Where the request came from; only counted, as a keyed hash, and forgotten after a quarter of an hour. */
  readonly address: string;
  readonly userAgent: string;
  /** What its cookie says of the browser; see `KnownBrowser`. */
  readonly browser?: string | null;
}

/** One answer for an unknown name, a wrong password and an account that is off: which of them it was helps only guessers. */
export type SignInResult =
  | Opened
  | { readonly kind: 'refused' }
  | { readonly kind: 'throttled'; readonly seconds: number };

/** Seconds for somebody to wait while too many others are being looked at. */
const busyPause = 5;

/** Signs somebody in with name and password. */
export async function signIn(tools: DeskTools, form: SignInForm): Promise<SignInResult> {
  const { records, passwords, clock, addressKey } = tools;
  const account = await records.accounts.findByName(normaliseName(form.name));
  const browser = readKnownBrowser(addressKey, form.browser ?? null);
  const known = account && browser?.accounts.includes(account.id) ? browser.id : null;
  const admission = await admitAttempt(tools, { name: form.name, address: form.address, known });
  if (admission.kind === 'throttled') return admission;
  const kept = account?.isActive ? account.password : null;
  const isRight = await passwords.verify(kept, form.password, known === null ? 'stranger' : 'known');
  if (isRight === 'busy') return { kind: 'throttled', seconds: busyPause };
  // Outside the transaction: it takes a while, and everybody else would wait.
  const renewed = isRight && kept !== null && passwords.isOutdated(kept) ? await passwords.hash(form.password) : kept;
  return records.transaction(async (stores): Promise<SignInResult> => {
    const at = clock();
    const current = account && (await stores.accounts.find(account.id));
    if (!isRight || !current?.isActive || current.password !== kept) {
      const who = account ? personOf(account) : unknownPerson;
      await stores.audit.add({ at, who, act: 'sign-in-refused', about: {} });
      return { kind: 'refused' };
    }
    if (renewed !== kept) await stores.accounts.save({ ...current, password: renewed });
    await stores.attempts.clearAccount(admission.accountKey);
    const words = browserWords(form.userAgent);
    await stores.audit.add({ at, who: personOf(current), act: 'signed-in', about: { browser: words } });
    return openSession(tools, stores, current, words);
  });
}

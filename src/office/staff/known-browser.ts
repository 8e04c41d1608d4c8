import { isSameSecret, keyedHash } from './secret-token.ts';

/** A browser in which someone has signed in before, according to its signed cookie. */
interface KnownBrowser {
  readonly id: string;
  /** Ids of the accounts that signed in with the browser; the account that was added last comes first. */
  readonly accounts: readonly string[];
}

/** Maximum number of accounts remembered per browser. Hardly any computer is shared by more people. */
export const mostAccounts = 6;

const id = '[\\w-]{22}';
const form = new RegExp(`^(${id})\\.(${id}(?:~${id}){0,${mostAccounts - 1}})\\.([\\w-]{43})$`);

const sign = (key: string, browser: string, accounts: string): string =>
  keyedHash(key, `browser ${browser} ${accounts}`);

/**
 * The content of the cookie: an id, the accounts, and the service's signature. The cookie grants no access. It
 * distinguishes the browser from those of strangers. Sign-in attempts from the browser are counted separately and
 * verified first, and the browser may send longer forms.
 */
export function writeKnownBrowser(key: string, { id: browser, accounts }: KnownBrowser): string {
  const joined = [...new Set(accounts)].slice(0, mostAccounts).join('~');
  return `${browser}.${joined}.${sign(key, browser, joined)}`;
}

/** @returns null for anything that this service did not sign */
export function readKnownBrowser(key: string, text: string | null): KnownBrowser | null {
  const [, browser = '', accounts = '', signature = ''] = form.exec(text ?? '') ?? [];
  if (browser === '' || !isSameSecret(signature, sign(key, browser, accounts))) return null;
  return { id: browser, accounts: accounts.split('~') };
}

import { isSameSecret, keyedHash } from './secret-token.ts';

/** A browser in which somebody has signed in before, as its cookie says under our signature. */
export interface KnownBrowser {
  readonly id: string;
  /** Whose accounts they were; the latest first. */
  readonly accounts: readonly string[];
}

/** Accounts that one browser is known for; more share no computer. */
export const mostAccounts = 6;

const id = '[\\w-]{22}';
const form = new RegExp(`^(${id})\\.(${id}(?:~${id}){0,${mostAccounts - 1}})\\.([\\w-]{43})$`);

const sign = (key: string, browser: string, accounts: string): string =>
  keyedHash(key, `browser ${browser} ${accounts}`);

/**
 * What the cookie holds: an id, the accounts, and our signature. It opens nothing: it only tells that what strangers try
 * elsewhere is none of this browser's.
 */
export function writeKnownBrowser(key: string, { id: browser, accounts }: KnownBrowser): string {
  const joined = [...new Set(accounts)].slice(0, mostAccounts).join('~');
  return `${browser}.${joined}.${sign(key, browser, joined)}`;
}

/** @returns null for anything that we have not written */
export function readKnownBrowser(key: string, text: string | null): KnownBrowser | null {
  const [, browser = '', accounts = '', signature = ''] = form.exec(text ?? '') ?? [];
  if (browser === '' || !isSameSecret(signature, sign(key, browser, accounts))) return null;
  return { id: browser, accounts: accounts.split('~') };
}

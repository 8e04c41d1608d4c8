import { normaliseName } from './account.ts';

/** Why a password is not taken. */
export type WeakPassword = 'too-short' | 'too-long' | 'is-name';

/** Characters of the shortest and the longest password; length counts for more than variety (NIST SP 800-63B). */
export const passwordLength = { shortest: 12, longest: 200 } as const;

/** One spelling for what looks the same but is typed differently on another keyboard (NIST SP 800-63B). */
export const normalisePassword = (typed: string): string => typed.normalize('NFKC');

/** @returns what is wrong with a new password, or null */
export function weaknessOf(typed: string, { name, display }: { name: string; display: string }): WeakPassword | null {
  const length = [...normalisePassword(typed)].length;
  if (length < passwordLength.shortest) return 'too-short';
  if (length > passwordLength.longest) return 'too-long';
  const plain = normaliseName(typed);
  return plain === normaliseName(name) || plain === normaliseName(display) ? 'is-name' : null;
}

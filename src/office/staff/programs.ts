import type { AuditedPerson } from './audit-entry.ts';

/** The names in the audit for programs, and for native readers, who have a link but no account. */
const programs = {
  commandLine: 'command line',
  firstStart: 'first start',
  promptsFolder: 'prompts folder',
  endOfNotice: 'set end',
  schedule: 'schedule',
  nativeReader: 'native reader',
} as const;

export type Program = keyof typeof programs;

/** A program as the author of an act. */
export const byProgram = (program: Program) => ({ accountId: null, accountName: programs[program] }) as const;

/**
 * An unknown person: someone who failed to sign in, or the author of a text that is only checked and never stored. The
 * name typed at a failed sign-in is not stored, because it may be a password in the wrong field.
 */
export const unknownPerson = { accountId: null, accountName: '' } as const satisfies AuditedPerson;

/**
 * The program that did something.
 * @returns `unknown` for an unknown person; null for a person with an account, and for a name that no program has
 */
export function programOf({ accountId, accountName }: AuditedPerson): Program | 'unknown' | null {
  if (accountId !== null) return null;
  if (accountName === '') return 'unknown';
  const found = Object.entries(programs).find(([, name]) => name === accountName);
  return (found?.[0] as Program | undefined) ?? null;
}

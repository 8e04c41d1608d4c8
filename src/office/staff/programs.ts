import type { AuditedPerson } from './audit-entry.ts';

/** What acts without anybody having signed in, each with the name under which the audit keeps it. */
export const programs = {
  commandLine: 'command line',
  firstStart: 'first start',
  promptsFolder: 'prompts folder',
  endOfNotice: 'set end',
} as const;

export type Program = keyof typeof programs;

/** How an act of a program is signed. */
export const byProgram = (program: Program) => ({ accountId: null, accountName: programs[program] }) as const;

/**
 * Nobody who is known: somebody who tried to sign in (what was typed may be a password in the wrong field, so it is not kept), or
 * the author of a text that is only looked at and never kept.
 */
export const unknownPerson = { accountId: null, accountName: '' } as const satisfies AuditedPerson;

/** @returns null for somebody who has an account */
export function programOf({ accountId, accountName }: AuditedPerson): Program | 'unknown' | null {
  if (accountId !== null) return null;
  if (accountName === '') return 'unknown';
  const found = Object.entries(programs).find(([, name]) => name === accountName);
  return (found?.[0] as Program | undefined) ?? null;
}

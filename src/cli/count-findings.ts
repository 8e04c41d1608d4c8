import type { Finding } from '../words/finding.ts';

/** `1 error, 2 warnings, 0 accepted`: accepted are warnings with a reason. */
export function countFindings(findings: readonly Finding[]): string {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const accepted = findings.filter(({ reason }) => reason !== undefined).length;
  return `${counted(errors, 'error')}, ${counted(findings.length - errors - accepted, 'warning')}, ${accepted} accepted`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

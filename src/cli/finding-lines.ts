import { join } from 'node:path';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import type { Finding } from '../words/finding.ts';

/** Adds the prompts folder to the path of a finding's file, so that the file can be opened from the project folder. */
export const inFolder = (folder: string, finding: Finding): Finding =>
  'file' in finding.place
    ? { ...finding, place: { ...finding.place, file: join(folder, finding.place.file) } }
    : finding;

/** Counts findings in words, such as `1 error, 2 warnings, 0 accepted`. Findings with a reason count as accepted. */
export function countFindings(findings: readonly Finding[], language: TerminalLanguage): string {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const accepted = findings.filter(({ reason }) => reason !== undefined).length;
  const warnings = findings.length - errors - accepted;
  if (language === 'ja') return `誤り${errors}件、注意${warnings}件、理由のある注意${accepted}件`;
  return `${counted(errors, 'error')}, ${counted(warnings, 'warning')}, ${accepted} accepted`;
}

/** A number with its noun, such as `1 error` or `2 errors`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

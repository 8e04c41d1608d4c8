import type { Visitor } from '../frame/visit.ts';
import type { Finding } from '../words/finding.ts';
import type { LineFile } from '../words/line-file.ts';
import { nameIds } from './name-ids.ts';
import type { Names } from './names.ts';

/**
 * Rules whose advice applies only to the prompts folder, each with the text that says what to do in the console
 * instead.
 */
const forTheConsole = { 'W-02': 'findings.stale' } as const;

/** What is wrong and what to do, in the visitor's language and with names instead of ids. */
export function describeFinding(
  { t, language }: Pick<Visitor, 't' | 'language'>,
  names: Names,
  line: LineFile,
  finding: Pick<Finding, 'rule' | 'ja' | 'en'> & { readonly place: Finding['place'] | null },
): string {
  const { rule, place } = finding;
  if (rule in forTheConsole) return t(forTheConsole[rule as keyof typeof forTheConsole]);
  const own = place !== null && 'language' in place ? (place.prompt ?? null) : null;
  return nameIds(finding[language], names, line, own, language);
}

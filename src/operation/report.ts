import type { TerminalLanguage } from '../common/terminal-language.ts';
import type { Check, CheckState } from './check.ts';

const signs: Readonly<Record<CheckState, string>> = { ok: 'ok  ', warn: 'WARN', fail: 'FAIL', skip: 'skip' };
const labels = {
  ja: { expected: '正しい値', found: '今の値', mend: '直し方' },
  en: { expected: 'expected', found: 'found', mend: 'mend' },
} as const;
const counts = {
  ja: (all: Record<CheckState, number>) =>
    `正しい ${all.ok}、注意 ${all.warn}、誤り ${all.fail}、調べられないもの ${all.skip}`,
  en: (all: Record<CheckState, number>) =>
    `${all.ok} ok, ${all.warn} warnings, ${all.fail} failures, ${all.skip} skipped`,
} as const;

/**
 * The report as text. Below each check that is not `ok`, it says what was found and what to do. At the end it counts
 * the checks by state.
 */
export function toReport(checks: readonly Check[], language: TerminalLanguage): string {
  const all = { ok: 0, warn: 0, fail: 0, skip: 0 };
  for (const { state } of checks) all[state] += 1;
  return [...checks.map((check) => linesOf(check, language)), counts[language](all)].join('\n');
}

function linesOf({ state, about, expected, found, mend }: Check, language: TerminalLanguage): string {
  const { [language]: words } = labels;
  const head = `${signs[state]}  ${about[language]}${state === 'ok' && found !== undefined ? `: ${found}` : ''}`;
  if (state === 'ok') return head;
  return [
    head,
    ...(expected === undefined ? [] : [`        ${words.expected}: ${expected}`]),
    ...(found === undefined ? [] : [`        ${words.found}: ${found}`]),
    ...(mend === undefined ? [] : [`        ${words.mend}: ${mend[language]}`]),
  ].join('\n');
}

/** The report as JSON, for programs. */
export const toJson = (checks: readonly Check[]): string => JSON.stringify(checks, null, 2);

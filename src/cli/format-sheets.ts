import { diffArrays } from 'diff';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import type { SheetsCompared } from '../office/sheets/compare-sheets.ts';
import { problemLocation, type SheetProblem } from '../office/sheets/sheet-problem.ts';

interface Changed {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const words = {
  ja: { comment: 'コメント', warning: '注意', error: '誤り' },
  en: { comment: 'comment', warning: 'warning', error: 'error' },
} as const;
const summary = {
  ja: (changed: number, unchanged: number, wrong: number) =>
    `変わるもの${changed}件、変わらないもの${unchanged}件、誤り${wrong}件`,
  en: (changed: number, unchanged: number, wrong: number) =>
    `${changed} changed, ${unchanged} unchanged, ${wrong} wrong.`,
} as const;

/**
 * Returns lines for a terminal. They show which texts a file would change, then its comments, its warnings and errors,
 * and the names that it would change. The last line counts what changes, what does not, and the errors. Removed
 * sentences are marked with `-`, and added sentences with `+`.
 */
export function formatSheets(
  { changes, names, unchanged, comments, problems, warnings }: SheetsCompared,
  terminal: TerminalLanguage,
): string[] {
  const place = (language: string, prompt: string) => `${language} ${prompt}`;
  return [
    ...changes.flatMap(({ language, prompt, before, sentences }) => [
      place(language, prompt),
      ...difference({ before, after: sentences }),
    ]),
    ...comments.map(
      ({ language, prompt, comment }) => `${place(language, prompt)} ${words[terminal].comment}: ${comment}`,
    ),
    ...warnings.flatMap((each) => formatProblem('warning', each, terminal)),
    ...problems.flatMap((each) => formatProblem('error', each, terminal)),
    ...names.map(({ language, id, before, after }) => `${language} ${id}: ${before ?? ''} → ${after}`),
    summary[terminal](changes.length + names.length, unchanged, problems.length),
  ];
}

function formatProblem(level: 'error' | 'warning', problem: SheetProblem, terminal: TerminalLanguage): string[] {
  const where = problemLocation(problem)[terminal];
  const rule = problem.finding ? `${problem.finding.rule} ` : '';
  return [
    `${where === '' ? '' : `${where}: `}${words[terminal][level]} ${rule}${problem[terminal]}`,
    ...(problem.versions ? difference(problem.versions) : []),
  ];
}

const difference = ({ before, after }: Changed): string[] =>
  diffArrays([...before], [...after]).flatMap(({ value, removed, added }) =>
    removed || added ? value.map((sentence) => `  ${removed ? '-' : '+'} ${sentence}`) : [],
  );

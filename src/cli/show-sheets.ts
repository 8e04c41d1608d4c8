import type { SheetsCompared } from '../office/sheets/compare-sheets.ts';
import { placeOfProblem, type SheetProblem } from '../office/sheets/sheet-problem.ts';

interface Changed {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a file would change, as lines for a terminal: - for what goes, + for what comes. */
export function showSheets({ changes, unchanged, comments, problems, warnings }: SheetsCompared): string[] {
  const place = (language: string, prompt: string) => `${language} ${prompt}`;
  return [
    ...changes.flatMap(({ language, prompt, before, sentences }) => [
      place(language, prompt),
      ...difference({ before, after: sentences }),
    ]),
    ...comments.map(({ language, prompt, comment }) => `${place(language, prompt)} comment: ${comment}`),
    ...warnings.flatMap((each) => showProblem('warning', each)),
    ...problems.flatMap((each) => showProblem('error', each)),
    `${changes.length} changed, ${unchanged} unchanged, ${problems.length} wrong.`,
  ];
}

function showProblem(level: 'error' | 'warning', problem: SheetProblem): string[] {
  const where = placeOfProblem(problem);
  const said = [problem.en, problem.ja].join(' / ');
  return [
    `${where.en === '' ? '' : `${where.en}: `}${level} ${said}`,
    ...(problem.versions ? difference(problem.versions) : []),
  ];
}

const difference = ({ before, after }: Changed): string[] => [
  ...before.filter((sentence) => !after.includes(sentence)).map((sentence) => `  - ${sentence}`),
  ...after.filter((sentence) => !before.includes(sentence)).map((sentence) => `  + ${sentence}`),
];

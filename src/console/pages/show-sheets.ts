import { compareAll } from '../../office/drafts/compare-texts.ts';
import { placeOfProblem, type SheetProblem } from '../../office/sheets/sheet-problem.ts';
import type { Visitor } from '../visitor.ts';
import type { KeptSheets } from './kept-sheets.ts';
import { pathOfText } from './open-text.ts';
import { showChanges } from './show-changes.ts';

/** What an uploaded file would change, as `views/sheets-compared.eta` shows it. */
export async function showSheets(visitor: Visitor, { fileName, compared }: KeptSheets) {
  const { t } = visitor;
  const { changes, unchanged, comments, problems, warnings } = compared;
  const texts = changes.map(({ language, prompt, before, sentences }) => ({
    language,
    prompt,
    before,
    after: sentences,
  }));
  const tidied = [...new Set(changes.flatMap((change) => change.tidied))];
  return {
    title: t('sheets.compared-title'),
    trail: [{ path: '/sheets', text: t('sheets.title') }],
    fileName,
    isRefused: problems.length > 0,
    isNothing: problems.length === 0 && changes.length === 0,
    counts: [
      ['changed', changes.length],
      ['unchanged', unchanged],
      ['wrong', problems.length],
    ],
    problems: await showProblems(visitor, problems),
    warnings: await showProblems(visitor, warnings),
    changes: await showChanges(visitor, { texts, values: [] }),
    tidied: tidied.map((what) => t(`text.tidied.${what}`)),
    comments: comments.map(({ language, prompt, comment }) => ({
      where: `${language} ${prompt}`,
      href: `/console${pathOfText(language, prompt)}`,
      comment,
    })),
  };
}

async function showProblems({ language }: Visitor, problems: readonly SheetProblem[]) {
  const differing = problems.filter(({ versions }) => versions);
  const compared = await compareAll(differing.flatMap(({ versions }) => versions ?? []));
  return problems.map((problem) => ({
    where: placeOfProblem(problem)[language],
    text: problem[language],
    versions: problem.versions && {
      language: problem.versions.language,
      sentences: compared[differing.indexOf(problem)] ?? [],
    },
  }));
}

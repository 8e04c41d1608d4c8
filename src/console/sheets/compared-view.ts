import { type Html, html, type View } from '../../frame/html.ts';
import { banner, csrfField, ifAny } from '../../frame/parts.ts';
import type { Visit, Visitor } from '../../frame/visit.ts';
import { describeFinding } from '../../naming/describe-finding.ts';
import type { Names } from '../../naming/names.ts';
import { ruleView } from '../../naming/rule-view.ts';
import { type ComparedSentence, compareAll } from '../../office/drafts/compare-texts.ts';
import { isLeafletId } from '../../office/drafts/leaflet-names.ts';
import { problemLocation, type SheetProblem } from '../../office/sheets/sheet-problem.ts';
import type { LineFile } from '../../words/line-file.ts';
import { changesView, comparedSentences, type DescribedChanges, describeChanges } from '../publish/changes.ts';
import { pathOfText } from '../text/open-text.ts';
import type { KeptSheets } from './kept-sheets.ts';

/** What an uploaded file would change, and the problems that prevent its import. */
interface ComparedData {
  /** The address of this page. */
  readonly address: string;
  readonly fileName: string;
  /** Number of rows of the file that change nothing. */
  readonly unchanged: number;
  /** Even one problem prevents the import of the whole file. */
  readonly problems: readonly DescribedProblem[];
  readonly warnings: readonly DescribedProblem[];
  readonly changes: DescribedChanges;
  /** The corrections that are made automatically, each as a sentence. */
  readonly tidied: readonly string[];
  /** The comments that translators wrote beside texts, and beside names on printed sheets. */
  readonly comments: readonly { readonly where: string; readonly href: string; readonly comment: string }[];
}

interface DescribedProblem {
  /** The id of the rule that is broken; empty if there is none. */
  readonly rule: string;
  /** The place in the file; empty for the file as a whole. */
  readonly where: string;
  readonly text: string;
  /** The differences between two versions of a text, if the problem is that they differ; otherwise null. */
  readonly versions: { readonly language: string; readonly sentences: readonly ComparedSentence[] } | null;
}

/** Describes what an uploaded file would change, in the visitor's language. */
export async function describeCompared(
  visitor: Visitor,
  names: Names,
  line: LineFile,
  { fileName, compared }: KeptSheets,
  address: string,
) {
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
    address,
    fileName,
    unchanged,
    problems: await describeProblems(visitor, names, line, problems),
    warnings: await describeProblems(visitor, names, line, warnings),
    changes: await describeChanges(visitor, names, {
      texts,
      values: compared.names.map(({ path, language, before, after }) => ({
        path: `${path}.${language}`,
        before,
        after,
      })),
    }),
    tidied: tidied.map((what) => t(`text.tidied.${what}`)),
    comments: comments.map(({ language, prompt, comment }) => ({
      where: names.text({ language, prompt }),
      href: isLeafletId(prompt) ? '/console/leaflets/names' : `/console${pathOfText(language, prompt)}`,
      comment,
    })),
  } satisfies ComparedData;
}

async function describeProblems(
  visitor: Visitor,
  names: Names,
  line: LineFile,
  problems: readonly SheetProblem[],
): Promise<readonly DescribedProblem[]> {
  const { language } = visitor;
  const differing = problems.filter(({ versions }) => versions);
  const compared = await compareAll(differing.flatMap(({ versions }) => versions ?? []));
  return problems.map((problem) => ({
    where: problemLocation(problem)[language],
    text: describeFinding(visitor, names, line, { place: null, rule: '', ...problem.finding, ...problem }),
    rule: problem.finding?.rule ?? '',
    versions: problem.versions
      ? { language: problem.versions.language, sentences: compared[differing.indexOf(problem)] ?? [] }
      : null,
  }));
}

export const comparedView: View<ComparedData> = (data, visit) => {
  const { t } = visit;
  const { address, fileName, unchanged, problems, warnings, changes, tidied, comments } = data;
  const { names } = changes;
  const isRefused = problems.length > 0;
  const isNothing = !isRefused && changes.count === 0;
  const count = (text: string, number: number) => html`<div><dt>${text}</dt><dd>${number}</dd></div>`;
  return html`<p>${t('sheets.file-name', { name: fileName })}</p>
${isRefused ? banner({ kind: 'error', text: t('sheets.refused', { count: problems.length }) }) : ''}
${isNothing ? banner({ kind: 'information', text: t('sheets.nothing-new') }) : ''}
<dl class="facts" aria-label="${t('sheets.counts')}">
${count(t('sheets.changed'), changes.count)}
${count(t('sheets.unchanged'), unchanged)}
${count(t('sheets.wrong'), problems.length)}
</dl>
${problemsView(visit, names, 'error', problems)}
${problemsView(visit, names, 'warning', warnings)}
${ifAny(
  comments,
  (some) => html`<section aria-labelledby="comments-title">
<h2 id="comments-title">${t('sheets.comments')}</h2>
<dl class="sheet-comments">
${some.map(({ where, href, comment }) => html`<div><dt><a class="link-target" href="${href}">${where}</a></dt><dd class="typed">${comment}</dd></div>`)}
</dl>
</section>`,
)}
${
  changes.count > 0
    ? html`<section aria-labelledby="changes-title">
<h2 id="changes-title">${t('sheets.changes', { count: changes.count })}</h2>
${ifAny(tidied, (some) => html`<p>${t('sheets.tidied')}: ${some.join(' ')}</p>`)}
${changesView(changes, visit)}
</section>`
    : ''
}
${isRefused || isNothing ? '' : takeInView(visit, address, changes.count)}
<p><a class="link-target" href="/console/sheets">${t('sheets.again')}</a></p>`;
};

function problemsView(
  visit: Visit,
  names: Names,
  kind: 'error' | 'warning',
  problems: readonly DescribedProblem[],
): Html {
  const { t } = visit;
  return ifAny(
    problems,
    (some) => html`<section aria-labelledby="${kind}-title">
<h2 id="${kind}-title">${t(kind === 'error' ? 'sheets.problems' : 'sheets.warnings')}</h2>
${kind === 'warning' ? html`<p>${t('sheets.warnings-about')}</p>` : ''}
<ul class="findings">
${some.map(
  ({
    where,
    text,
    rule,
    versions,
  }) => html`<li class="finding finding-${kind}"><strong>${t(`sheets.${kind}`)}</strong> ${where ? html`<span class="sheet-place">${where}</span> ` : ''}${text} ${ruleView(t, rule)}
${versions ? versionsView({ ...versions, names }, visit) : ''}
</li>`,
)}
</ul>
</section>`,
  );
}

const versionsView: View<NonNullable<DescribedProblem['versions']> & { readonly names: Names }> = (
  { language, sentences, names },
  visit,
) => html`<div class="sheet-versions" lang="${language}">
${comparedSentences(sentences, names, visit)}
</div>`;

const takeInView = (
  visit: Visit,
  address: string,
  count: number,
): Html => html`<section aria-labelledby="take-in-title">
<h2 id="take-in-title">${visit.t('sheets.take-in')}</h2>
<p>${visit.t('sheets.take-in-about', { count })}</p>
<form class="form" method="post" action="${address}">
${csrfField(visit)}
<input type="hidden" name="agreed" value="1">
<button class="button" type="submit">${visit.t('sheets.take-in-button', { count })}</button>
</form>
</section>`;

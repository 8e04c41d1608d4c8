import { field } from '../../frame/fields.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { csrfField, hiddenFields, refusedAlone, status } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { longestComment } from '../../office/rehearsal/rehearsal-desk.ts';
import type { DescribedProblem } from '../text/problem-report.ts';

/** The latest position in a sound that a report can name, in seconds. */
export const longestSound = 600;

/** The form that settles a report, as it was sent and refused. */
export interface SettleRefused {
  readonly number: number;
  readonly comment: string;
  readonly error: string | undefined;
}

/** The reports, open ones first. */
interface ProblemsData {
  readonly reports: readonly DescribedProblem[];
  readonly mayEdit: boolean;
  readonly refused: SettleRefused | null;
}

export const problemsView: View<ProblemsData> = ({ reports, mayEdit, refused }, visit) => {
  const { t } = visit;
  const hasForm = reports.some(({ number, settled }) => number === refused?.number && settled === null);
  return html`${refused && !hasForm ? refusedAlone([refused.error ?? ''], [refused.comment]) : ''}
<p>${t('rehearsal.problems.about')}</p>
${reports.length === 0 ? html`<p>${t('rehearsal.problems.none')}</p>` : ''}
<ul class="rehearsal-list">
${reports.map((report) => problem(report, mayEdit, refused?.number === report.number ? refused : null, visit))}
</ul>`;
};

function problem(report: DescribedProblem, mayEdit: boolean, refused: SettleRefused | null, visit: Visit): Html {
  const { t } = visit;
  const { href, where, comment, second, call, when, who, settled } = report;
  const state = settled
    ? status({ kind: 'good', text: t('rehearsal.problems.settled') })
    : status({ kind: 'warning', text: t('rehearsal.problems.open') });
  return html`<li>
<h2><a class="link-target" href="${href}">${where}</a> ${state}</h2>
<p class="typed">${comment}</p>
<p class="quiet">${t('rehearsal.problems.by', { when, who })}${second === null ? '' : ` · ${second}`} · <a class="link-target" href="${call}">${t('rehearsal.problems.call')}</a></p>
${settled ? html`<p>${t('rehearsal.problems.settled-by', settled)}</p>` : mayEdit ? settleForm(report.number, refused, visit) : ''}
</li>`;
}

function settleForm(number: number, refused: SettleRefused | null, visit: Visit): Html {
  const { t } = visit;
  return html`<details class="more"${refused ? ' open' : ''}>
<summary>${t('rehearsal.problems.settle')}</summary>
<form class="form" method="post" action="/console/rehearsal/problems/${number}">
${csrfField(visit)}
${field(t, { id: `comment-${number}`, name: 'comment', label: t('rehearsal.problems.how'), value: refused?.comment, error: refused?.error, maxlength: longestComment })}
<button class="button" type="submit">${t('rehearsal.problems.settle')}</button>
</form>
</details>`;
}

/** The form that reports a problem with one text. */
interface ProblemFormData {
  /** The name of the text, with its language. */
  readonly about: string;
  readonly language: string;
  readonly prompt: string;
  /** The position in the sound at which the problem was noticed, in seconds; null if none was given. */
  readonly second: number | null;
  /** The query of the address of the call in which the problem was noticed. */
  readonly query: string;
  readonly comment: string;
  readonly commentError: string | undefined;
}

export const problemFormView: View<ProblemFormData> = (data, visit) => {
  const { t } = visit;
  const { about, language, prompt, second, query, comment, commentError: error } = data;
  const isWrong = error !== undefined;
  return html`<p>${t('rehearsal.problems.new-about', { text: about })}</p>
<form class="form" method="post" action="/console/rehearsal/problems">
${csrfField(visit)}
${hiddenFields([...new URLSearchParams(query)])}
<input type="hidden" name="language" value="${language}">
<input type="hidden" name="prompt" value="${prompt}">
<div class="field">
<label for="second">${t('rehearsal.problems.second')}</label>
<p class="field-help" id="second-help">${t('rehearsal.problems.second-help')}</p>
<input id="second" name="second" type="number" min="0" max="${longestSound}" step="0.1" value="${second ?? ''}" aria-describedby="second-help">
</div>
<div class="field${isWrong ? ' field-wrong' : ''}">
<label for="comment">${t('rehearsal.problems.comment')} <span class="field-required">${t('frame.required')}</span></label>
<p class="field-help" id="comment-help">${t('rehearsal.problems.comment-help')}</p>
${isWrong ? html`<p class="field-error" id="comment-error">${error}</p>` : ''}
<textarea id="comment" name="comment" rows="4" maxlength="${longestComment}" required aria-describedby="comment-help${isWrong ? ' comment-error' : ''}"${isWrong ? html` aria-invalid="true" autofocus` : ''}>
${comment}</textarea>
</div>
<p class="text-buttons"><button class="button" type="submit">${t('rehearsal.problems.send')}</button> <a class="link-target" href="/console/rehearsal?${query}">${t('rehearsal.problems.cancel')}</a></p>
</form>`;
};

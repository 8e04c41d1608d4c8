import { html, type View } from '../../frame/html.ts';
import { type Status, status } from '../../frame/parts.ts';

/** The list of publications, the latest first. */
interface EditionsData {
  /** The requested date and time as submitted; empty for none. */
  readonly at: string;
  /** Why no edition is shown for the requested time; null if no time was requested. */
  readonly problem: string | null;
  readonly publications: readonly ListedPublication[];
}

interface ListedPublication {
  readonly isLive: boolean;
  readonly href: string;
  /** The number of the edition. */
  readonly number: number;
  readonly document: string;
  readonly what: string;
  /**
   * A mark that tells whether all texts of the edition are approved. Null if this was not looked up, as for older
   * publications.
   */
  readonly mark: Status | null;
  readonly when: string;
  readonly who: string;
  readonly comment: string;
}

export const editionsView: View<EditionsData> = ({ at, problem, publications }, { t }) => {
  const row = ({ href, number, isLive, mark, when, who, what, comment, document }: ListedPublication) => html`<tr>
<td data-label="${t('editions.edition')}"><div><a class="link-target" href="${href}">${t('editions.one', { number })}</a>${isLive ? html` ${status({ kind: 'good', text: t('editions.live') })}` : ''}${mark ? html` ${status(mark)}` : ''}</div></td>
<td data-label="${t('editions.when')}" class="table-moment">${when}</td>
<td data-label="${t('editions.who')}" class="table-who">${who}</td>
<td data-label="${t('editions.what')}">${what}</td>
<td data-label="${t('editions.comment')}">${comment}</td>
<td data-label="${t('editions.document')}">${document}</td>
</tr>`;
  return html`<form class="form" method="get" action="/console/editions">
<div class="field${problem ? ' field-wrong' : ''}">
<label for="at">${t('editions.at')}</label>
<p class="field-help" id="at-help">${t('editions.at-help')}</p>
${problem ? html`<p class="field-error" id="at-error" role="alert">${problem}</p>` : ''}
<input id="at" name="at" type="datetime-local" value="${at}" required aria-describedby="at-help${problem ? ' at-error' : ''}">
</div>
<button class="button button-quiet" type="submit">${t('editions.show-at')}</button>
</form>
${
  publications.length === 0
    ? html`<p>${t('editions.empty')}</p>`
    : html`<table class="table">
<caption>${t('editions.caption')}</caption>
<thead><tr><th scope="col">${t('editions.edition')}</th><th scope="col">${t('editions.when')}</th><th scope="col">${t('editions.who')}</th><th scope="col">${t('editions.what')}</th><th scope="col">${t('editions.comment')}</th><th scope="col">${t('editions.document')}</th></tr></thead>
<tbody>
${publications.map(row)}
</tbody>
</table>`
}`;
};

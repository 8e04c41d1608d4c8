import { html, type View } from '../frame/html.ts';

/** How many texts of one language wait. */
interface WaitingInLanguage {
  readonly tag: string;
  readonly name: string;
  /** Texts that are neither sent back nor heard by callers. */
  readonly news: number;
  readonly sentBack: number;
  /** Texts that callers hear although they are not approved. */
  readonly live: number;
}

export const waitingView: View<{ readonly languages: readonly WaitingInLanguage[] }> = (
  { languages },
  { t },
) => html`<p>${t('approvals.intro')}</p>
<table class="table">
<caption>${t('approvals.caption')}</caption>
<thead><tr><th scope="col">${t('approvals.language')}</th><th scope="col">${t('approvals.waiting')}</th><th scope="col">${t('approvals.sent-back-count')}</th><th scope="col">${t('approvals.live-unapproved')}</th></tr></thead>
<tbody>
${languages.map(
  ({ tag, name, news, sentBack, live }) => html`<tr>
<td data-label="${t('approvals.language')}"><a class="link-target" href="/console/approvals/${tag}"><span lang="${tag}">${name}</span> (${tag})</a></td>
<td data-label="${t('approvals.waiting')}">${t('approvals.count', { count: news })}</td>
<td data-label="${t('approvals.sent-back-count')}">${t('approvals.count', { count: sentBack })}</td>
<td data-label="${t('approvals.live-unapproved')}">${t('approvals.count', { count: live })}</td>
</tr>`,
)}
</tbody>
</table>
<p><a class="link-target" href="/console/change-sheet">${t('change-sheet.link')}</a></p>`;

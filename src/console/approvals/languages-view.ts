import { type Html, html } from '../../frame/html.ts';
import type { Visit } from '../../frame/visit.ts';

/** How many texts of one language wait. */
export interface WaitingInLanguage {
  readonly tag: string;
  /** What staff call it. */
  readonly name: string;
  readonly count: number;
}

/**
 * The ways to the texts of all languages and of each one, with how many wait there.
 * @param here the language of this page; null for all
 */
export function languagesView(languages: readonly WaitingInLanguage[], here: string | null, { t }: Visit): Html {
  const current = (isHere: boolean) => (isHere ? html` aria-current="page"` : '');
  const all = languages.reduce((sum, { count }) => sum + count, 0);
  return html`<nav class="text-ways" aria-label="${t('approvals.languages')}">
<a class="link-target" href="/console/approvals"${current(here === null)}>${t('approvals.all-languages')} ${t('approvals.count', { count: all })}</a>
${languages.map(({ tag, name, count }) => html`<a class="link-target" href="/console/approvals/${tag}"${current(here === tag)}>${name} ${t('approvals.count', { count })}</a> `)}
</nav>`;
}

import { type Html, html } from '../../frame/html.ts';
import type { Visit } from '../../frame/visit.ts';

/** How many texts of one language wait for approval. */
export interface WaitingInLanguage {
  readonly tag: string;
  /** What staff call the language. */
  readonly name: string;
  readonly count: number;
}

/**
 * Links to the waiting texts of all languages and of each language, with their numbers.
 * @param here the language of this page; null for the page of all languages
 */
export function languagesView(languages: readonly WaitingInLanguage[], here: string | null, { t }: Visit): Html {
  const current = (isHere: boolean) => (isHere ? html` aria-current="page"` : '');
  const all = languages.reduce((sum, { count }) => sum + count, 0);
  return html`<nav class="text-ways" aria-label="${t('approvals.languages')}">
<a class="link-target" href="/console/approvals"${current(here === null)}>${t('approvals.all-languages')} ${t('approvals.count', { count: all })}</a>
${languages.map(({ tag, name, count }) => html`<a class="link-target" href="/console/approvals/${tag}"${current(here === tag)}>${name} ${t('approvals.count', { count })}</a> `)}
</nav>`;
}

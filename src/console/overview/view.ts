import { html, type View } from '../frame/html.ts';

/** The way to one page. */
interface OverviewCard {
  readonly href: string;
  readonly name: string;
  readonly about: string;
  /** How things stand on the page now; null when there is nothing to say. */
  readonly news: string | null;
}

export const overviewView: View<{ readonly cards: readonly OverviewCard[] }> = (
  { cards },
  { t },
) => html`<p>${t('overview.welcome')}</p>
<ul class="cards">
${cards.map(
  ({ href, name, about, news }) => html`<li class="card">
<h2><a href="${href}">${name}</a></h2>
<p>${about}</p>
${news ? html`<p class="card-news">${news}</p>` : ''}
</li>`,
)}
</ul>`;

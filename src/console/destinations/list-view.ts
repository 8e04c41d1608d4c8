import { type Html, html, type View } from '../../frame/html.ts';
import { banner, smallId, status } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import type { DescribedDestination, DestinationStatus } from './destination-status.ts';

/** A destination in the list. */
interface ListedDestination extends Omit<DescribedDestination, 'dates'> {
  readonly id: string;
  /** Days with other hours. `href` leads to a rehearsal on that day; null if no language leads to the destination. */
  readonly dates: readonly { readonly text: string; readonly href: string | null }[];
  readonly state: DestinationStatus;
}

interface DestinationsData {
  readonly mayEdit: boolean;
  readonly destinations: readonly ListedDestination[];
}

/** The list of destinations. */
export const destinationsView: View<DestinationsData> = ({ mayEdit, destinations }, visit) => {
  const { t } = visit;
  return html`<p>${t('destinations.intro')}</p>
${banner({ kind: 'information', text: t('destinations.production') })}
${mayEdit ? html`<p><a class="button" href="/console/destinations/new">${t('destinations.add')}</a></p>` : ''}
${destinations.map((destination) => destinationView(destination, mayEdit, visit))}`;
};

function destinationView(destination: ListedDestination, mayEdit: boolean, { t }: Visit): Html {
  const { id, name, number, dials, hours, languages, dates, state } = destination;
  return html`<section aria-labelledby="destination-${id}">
<h2 id="destination-${id}">${name} ${smallId(id)}</h2>
<p class="line-state">${status(state)}</p>
${state.notes.map((note) => html`<p>${note}</p>`)}
<dl class="facts">
<div><dt>${t('destinations.said')}</dt><dd>${number}</dd></div>
<div><dt>${t('destinations.dialled')}</dt><dd>${dials}</dd></div>
<div><dt>${t('destinations.hours')}</dt><dd>${hours}</dd></div>
${dates.length === 0 ? '' : html`<div><dt>${t('dates.title')}</dt><dd>${dates.map(({ text, href }) => html`${text} ${href === null ? '' : html`<a class="link-target" href="${href}" aria-label="${t('dates.hear')} ${text}">${t('dates.hear')}</a>`}<br>`)}</dd></div>`}
<div><dt>${t('destinations.languages')}</dt><dd>${languages}</dd></div>
</dl>
${mayEdit ? html`<p><a class="button button-quiet" href="/console/destinations/${id}" aria-label="${t('destinations.change-label', { name })}">${t('destinations.change')}</a> <a class="button button-quiet" href="/console/destinations/${id}/remove" aria-label="${t('destinations.remove-label', { name })}">${t('line.remove')}</a></p>` : ''}
</section>`;
}

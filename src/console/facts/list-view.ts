import { html, type View } from '../../frame/html.ts';
import { banner, smallId, status } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { factTypes } from './fact-form.ts';
import { type LinkedUses, usesView } from './fact-uses.ts';

/** A fact in the list. Type, value and days are written in the visitor's language. */
interface ListedFact {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly source: string;
  readonly checkedOn: string;
  readonly reviewBy: string;
  /** Whether the day of the fact's review has passed. */
  readonly isLate: boolean;
  readonly uses: LinkedUses;
}

interface FactsData {
  readonly mayEdit: boolean;
  readonly facts: readonly ListedFact[];
}

/** The list of facts. */
export const factsView: View<FactsData> = ({ mayEdit, facts }, visit) => {
  const { t } = visit;
  const late = facts.filter(({ isLate }) => isLate).length;
  return html`<p>${t('facts.intro')}</p>
${late > 0 ? banner({ kind: 'warning', text: t('facts.overdue', { count: late }) }) : ''}
${mayEdit ? html`<p><a class="button" href="/console/facts/new">${t('facts.add')}</a></p>` : ''}
<table class="table line-table">
<caption>${t('facts.caption')}</caption>
<thead><tr><th scope="col">${t('facts.name')}</th><th scope="col">${t('facts.value')}</th><th scope="col">${t('facts.dates')}</th><th scope="col">${t('facts.used')}</th></tr></thead>
<tbody>
${facts.map((fact) => row(fact, mayEdit, visit))}
</tbody>
</table>`;
};

const row = (
  { id, name, type, value, source, checkedOn, reviewBy, isLate, uses }: ListedFact,
  mayEdit: boolean,
  visit: Visit,
) => {
  const { t } = visit;
  return html`<tr>
<td class="line-name" data-label="${t('facts.name')}"><div>${mayEdit ? html`<a class="link-target" href="/console/facts/${id}">${name}</a>` : name}<br><span class="line-quiet">${type}</span> ${smallId(id)}</div></td>
<td data-label="${t('facts.value')}"><span>${value}</span></td>
<td data-label="${t('facts.dates')}"><div>${source}<br><span class="line-quiet">${t('facts.checked', { day: checkedOn })}</span><br><span class="line-quiet">${t('facts.review', { day: reviewBy })}</span>${isLate ? html`<br>${status({ kind: 'warning', text: t('facts.late') })}` : ''}</div></td>
<td data-label="${t('facts.used')}"><div>${usesView(visit, uses, true)}</div></td>
</tr>`;
};

/** The first step of adding a fact: the choice of its type. */
export const factTypesView: View<object> = (_data, { t }) => html`<p>${t('facts.choose-type')}</p>
<ul class="cards">
${factTypes.map((type) => html`<li class="card"><h2><a href="/console/facts/new?type=${type}">${t(`names.types.${type}`)}</a></h2><p>${t(`facts.examples.${type}`)}</p></li>`)}
</ul>`;

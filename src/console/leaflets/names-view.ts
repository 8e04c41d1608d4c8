import { field, type SelectField, select } from '../../frame/fields.ts';
import { html, type View } from '../../frame/html.ts';
import { csrfField } from '../../frame/parts.ts';
import type { LineFormState } from '../line/line-form.ts';
import { lineHead } from '../line/line-views.ts';

interface LeafletNames {
  readonly form: LineFormState;
  /** The id of the fact with the telephone number of the line; empty if there is none. */
  readonly number: string;
  readonly numbers: SelectField['options'];
  readonly sourceLanguage: string;
  /** The fields for the title of the leaflet in each language. */
  readonly titles: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  /** The web sites and contacts on the leaflets. */
  readonly entries: readonly {
    readonly id: string;
    /**
     * The name of the site or contact in the source language. If there is none, the name in another language. Empty if
     * there is no name at all.
     */
    readonly title: string;
    /**
     * The address of the site, or the telephone number of the contact. If a fact has the telephone number, the name of
     * the fact. Empty if the contact has no telephone number.
     */
    readonly about: string;
    /** The fields for the name in each language. */
    readonly fields: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  }[];
}

export const leafletNamesView: View<LeafletNames> = (shown, visit) => {
  const { form, number, numbers, sourceLanguage, titles, entries } = shown;
  const { t } = visit;
  return html`<p>${t('leaflets.names.about', { example: '{漢字|かんじ}' })}</p>
<form class="form" method="post" action="/console/leaflets/names">
${csrfField(visit)}
${lineHead(visit, form)}
${select(t, { name: 'number', label: t('leaflets.names.number'), help: t('leaflets.names.number-help'), options: numbers, value: number, error: form.errors.number, optional: true })}
<p><a class="link-target" href="/console/facts/new">${t('leaflets.names.to-numbers')}</a></p>
<fieldset class="line-row" aria-labelledby="sheet-title">
<h2 id="sheet-title">${t('leaflets.names.title-field')}</h2>
<p class="field-help">${t('leaflets.names.title-help')}</p>
${titles.map((each) => field(t, { ...each, error: form.errors[each.name], autocomplete: 'off', optional: true }))}
</fieldset>
${entries.map(
  ({ id, title, about, fields }) => html`<fieldset class="line-row" aria-labelledby="${id}">
<h2 id="${id}"><span lang="${sourceLanguage}">${title}</span></h2>
${about ? html`<p class="field-help">${about}</p>` : ''}
${fields.map((each) => field(t, { ...each, error: form.errors[each.name], autocomplete: 'off' }))}
</fieldset>`,
)}
<button class="button" type="submit">${t('line.save')}</button>
</form>
<p class="note">${t('line.until-published')}</p>`;
};

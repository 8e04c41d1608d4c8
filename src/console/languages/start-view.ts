import { choices, type SelectField, select } from '../../frame/fields.ts';
import { html, type View } from '../../frame/html.ts';
import { csrfField } from '../../frame/parts.ts';
import type { LineFormState } from '../line/line-form.ts';
import { lineHead } from '../line/line-views.ts';

interface StartOfCall {
  readonly form: LineFormState;
  readonly languages: readonly { readonly tag: string; readonly name: string; readonly isChosen: boolean }[];
  readonly destinations: SelectField['options'];
  /** The id of the destination of callers who have not chosen a language yet. */
  readonly destination: string;
}

export const startView: View<StartOfCall> = ({ form, languages, destinations, destination }, visit) => {
  const { t } = visit;
  return html`<p>${t('languages.start.about')}</p>
<form class="form" method="post" action="/console/languages/start">
${csrfField(visit)}
${lineHead(visit, form)}
${choices({
  id: 'announcers',
  legend: t('languages.start.announcers'),
  help: t('languages.start.announcers-help'),
  error: form.errors.announcers,
  choices: languages.map(({ tag, name, isChosen }) => ({
    name: `announces-${tag}`,
    text: name,
    lang: tag,
    isChosen,
  })),
})}
${select(t, {
  ...{
    name: 'defaultDestination',
    label: t('languages.start.destination'),
    help: t('languages.start.destination-help'),
  },
  options: destinations,
  value: destination,
  error: form.errors.defaultDestination,
})}
<button class="button" type="submit">${t('line.save')}</button>
</form>
<p class="note">${t('line.until-published')}</p>`;
};

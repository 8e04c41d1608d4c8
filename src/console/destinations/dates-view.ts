import { field, select } from '../../frame/fields.ts';
import { html, type View } from '../../frame/html.ts';
import { mostDates } from '../../words/dated-hours.ts';
import type { EntryForm } from '../line/entry-kind.ts';
import { isPast } from './dates-form.ts';
import type { DestinationFile, TypedDestination } from './destination-form.ts';

/** The days with other hours than usual. */
export const datesView: View<EntryForm<DestinationFile, TypedDestination>> = (
  { typed: { dates }, form: { errors }, focus, today },
  { t },
) => {
  const kinds = (['closed', 'open'] as const).map((value) => ({ value, text: t(`destinations.date-kinds.${value}`) }));
  const hasPast = dates.some((each) => isPast(each, today));
  return html`<h2 class="line-title">${t('destinations.dates')}</h2>
<p>${t('destinations.dates-help')}</p>
<input type="hidden" name="dates" value="${dates.length}">
${dates.map((each, index) => {
  const input = (
    name: 'dateFrom' | 'dateTo' | 'dateBegins' | 'dateEnds',
    type: 'date' | 'time',
    label: 'date-from' | 'date-to' | 'date-begins' | 'date-ends',
  ) =>
    field(t, {
      ...{ name: `${name}-${index}`, type, label: t(`destinations.${label}`), optional: name !== 'dateFrom' },
      // An input for times cannot show the end of a day.
      ...{ value: each[name] === '24:00' ? '00:00' : each[name], error: errors[`${name}-${index}`] },
      autofocus: focus === `${name}-${index}`,
    });
  return html`<fieldset class="line-row">
<legend>${t('destinations.date-row', { number: index + 1 })}${isPast(each, today) ? ` ${t('destinations.date-past')}` : ''}</legend>
${select(t, { name: `dateKind-${index}`, label: t('destinations.date-kind'), options: kinds, value: each.dateKind })}
<div class="line-fields">
${input('dateFrom', 'date', 'date-from')}
${input('dateTo', 'date', 'date-to')}
</div>
<div class="line-fields">
${input('dateBegins', 'time', 'date-begins')}
${input('dateEnds', 'time', 'date-ends')}
</div>
<button class="button button-quiet" type="submit" name="step" value="remove-date-${index}" formnovalidate aria-label="${t('destinations.date-remove', { number: index + 1 })}">${t('line.remove')}</button>
</fieldset>`;
})}
<div class="line-buttons">
${dates.length < mostDates ? html`<button class="button button-quiet" type="submit" name="step" value="add-date" formnovalidate>${t('destinations.add-date')}</button>` : html`<p>${t('destinations.most-dates', { count: mostDates })}</p>`}
${hasPast ? html`<button class="button button-quiet" type="submit" name="step" value="remove-past-dates" formnovalidate>${t('destinations.remove-past-dates')}</button>` : ''}
</div>`;
};

import { field, select } from '../../frame/fields.ts';
import { html, type View } from '../../frame/html.ts';
import { mostDates } from '../../words/dated-hours.ts';
import type { EntryForm } from '../line/entry-kind.ts';
import { callOnDay } from './call-on-day.ts';
import { isFar, isKept, isPast, type TypedDates } from './dates-form.ts';
import type { DestinationFile, TypedDestination } from './destination-form.ts';

/** The part of the form for days with other hours than usual. */
export const datesView: View<EntryForm<DestinationFile, TypedDestination>> = (
  { id, kept, typed: { dates }, form: { errors }, focus, today, now },
  { t, language },
) => {
  const { closures = [] } = now.line.file;
  const reasons = [
    { value: '', text: t('dates.no-reason') },
    ...closures.map(({ id, name }) => ({ value: id, text: name[language] })),
  ];
  const kinds = (['closed', 'open'] as const).map((value) => ({ value, text: t(`names.dates.${value}`) }));
  const hasPast = dates.some((each) => isPast(each, today));
  const hearView = (each: TypedDates, index: number) => {
    const isSaved = isKept(each, kept?.dates) && !isPast(each, today);
    const href = isSaved ? callOnDay(now, id, each.dateFrom, each.dateBegins) : null;
    const row = t('dates.row', { number: index + 1 });
    return href === null ? '' : html`<p><a class="link-target" href="${href}">${t('dates.hear-row', { row })}</a></p>`;
  };
  return html`<h2 class="line-title">${t('dates.title')}</h2>
<p>${t('dates.about')}</p>
<input type="hidden" name="dates" value="${dates.length}">
${dates.map((each, index) => {
  const input = (
    name: 'dateFrom' | 'dateTo' | 'dateBegins' | 'dateEnds',
    type: 'date' | 'time',
    label: 'from' | 'to' | 'begins' | 'ends',
  ) =>
    field(t, {
      name: `${name}-${index}`,
      type,
      label: t(`dates.${label}`),
      optional: name !== 'dateFrom',
      // An input for times cannot show 24:00, so the end of a day is shown as 00:00.
      value: each[name] === '24:00' ? '00:00' : each[name],
      error: errors[`${name}-${index}`],
      autofocus: focus === `${name}-${index}`,
    });
  // A line that began with an earlier version may have no reasons for closures. The field is then left out, unless the
  // row has a reason.
  const reasonField = (value: string, row: number) =>
    closures.length === 0 && value === ''
      ? ''
      : select(t, {
          name: `dateReason-${row}`,
          label: t('dates.reason'),
          help: t('dates.reason-help'),
          optional: true,
          options: reasons.some((each) => each.value === value) ? reasons : [...reasons, { value, text: value }],
          value,
          error: errors[`dateReason-${row}`],
        });
  return html`<fieldset class="line-row">
<legend>${t('dates.row', { number: index + 1 })}${isPast(each, today) ? ` ${t('dates.past')}` : isFar(each, today) ? ` ${t('dates.far')}` : ''}</legend>
${select(t, { name: `dateKind-${index}`, label: t('dates.kind'), options: kinds, value: each.dateKind })}
<div class="line-fields">
${input('dateFrom', 'date', 'from')}
${input('dateTo', 'date', 'to')}
</div>
<div class="line-fields">
${input('dateBegins', 'time', 'begins')}
${input('dateEnds', 'time', 'ends')}
</div>
${reasonField(each.dateReason, index)}
${hearView(each, index)}
<button class="button button-quiet" type="submit" name="step" value="remove-date-${index}" formnovalidate aria-label="${t('dates.remove', { number: index + 1 })}">${t('line.remove')}</button>
</fieldset>`;
})}
<div class="line-buttons">
${dates.length < mostDates ? html`<button class="button button-quiet" type="submit" name="step" value="add-date" formnovalidate>${t('dates.add')}</button>` : html`<p>${t('dates.most', { count: mostDates })}</p>`}
${hasPast ? html`<button class="button button-quiet" type="submit" name="step" value="remove-past-dates" formnovalidate>${t('dates.remove-past')}</button>` : ''}
</div>`;
};

import { choices, field } from '../../frame/fields.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import type { Visit } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import type { FactFile } from '../../words/fact-file.ts';
import type { EntryForm } from '../line/entry-kind.ts';
import { longestFact, mostRows, type TypedFact, type TypedRow, weekdays } from './fact-form.ts';
import { linkUses, usesView } from './fact-uses.ts';

type FactForm = EntryForm<FactFile, TypedFact>;

/** The fields of one fact. */
export const factFieldsView: View<FactForm> = (fact, visit) => {
  const { t } = visit;
  const { typed, form } = fact;
  const { errors } = form;
  return html`${field(t, {
    name: 'name',
    label: t('facts.name'),
    value: typed.name,
    help: t('facts.name-help'),
    error: errors.name,
    optional: !fact.isNew,
    autocomplete: 'off',
    maxlength: longestFact.name,
  })}
${field(t, {
  name: 'nameEn',
  label: t('facts.name-en'),
  value: typed.nameEn,
  error: errors.nameEn,
  optional: true,
  autocomplete: 'off',
  maxlength: longestFact.name,
})}
${typed.type === 'hours' ? hoursView(fact, visit) : valueField(typed.type, fact, visit)}
${field(t, {
  name: 'source',
  label: t('facts.source'),
  value: typed.source,
  help: t('facts.source-help'),
  error: errors.source,
  autocomplete: 'off',
})}
${field(t, {
  name: 'checkedOn',
  type: 'date',
  label: t('facts.checked-on'),
  value: typed.checkedOn,
  help: t('facts.checked-help'),
  error: errors.checkedOn,
})}
${field(t, {
  name: 'reviewBy',
  type: 'date',
  optional: true,
  label: t('facts.review-by'),
  value: typed.reviewBy,
  help: t('facts.review-help'),
  error: errors.reviewBy,
})}
<p><button class="button button-quiet" type="submit" name="step" value="today" formnovalidate>${t('facts.today')}</button></p>`;
};

const valueField = (type: Exclude<FactFile['type'], 'hours'>, { typed, form }: FactForm, { t }: Visit): Html =>
  field(t, {
    name: 'value',
    label: t(`names.types.${type}`),
    value: typed.value,
    help: t(`facts.help.${type}`),
    error: form.errors.value,
    autocomplete: 'off',
    maxlength: longestFact.value,
  });

/** The fields for opening hours, with a row for each period. */
function hoursView({ typed: { rows }, form: { errors }, focus }: FactForm, { t }: Visit): Html {
  const timeField = (name: 'opens' | 'closes', row: TypedRow, index: number) =>
    field(t, {
      name: `${name}-${index}`,
      label: t(`facts.${name}`),
      value: row[name],
      help: t(`facts.${name}-help`),
      error: errors[`${name}-${index}`],
      autocomplete: 'off',
      maxlength: longestFact.time,
    });
  const dayChoices = (row: TypedRow, index: number) =>
    weekdays.map((weekday, at) => ({
      name: `day-${index}-${at + 1}`,
      text: t(`facts.weekday.${weekday}`),
      isChosen: row.days.includes(at + 1),
    }));
  return html`<input type="hidden" name="rows" value="${rows.length}">
${rows.map(
  (row, index) => html`<fieldset class="line-row">
<legend>${t('facts.row', { number: index + 1 })}</legend>
${choices({
  id: `days-${index}`,
  legend: t('facts.days'),
  error: errors[`days-${index}`],
  autofocus: focus === `days-${index}`,
  choices: dayChoices(row, index),
})}
<div class="line-fields">
${timeField('opens', row, index)}
${timeField('closes', row, index)}
</div>
${rows.length > 1 ? html`<button class="button button-quiet" type="submit" name="step" value="remove-${index}" formnovalidate>${t('facts.remove-row', { number: index + 1 })}</button>` : ''}
</fieldset>`,
)}
<p>${rows.length < mostRows ? html`<button class="button button-quiet" type="submit" name="step" value="add" formnovalidate>${t('facts.add-row')}</button>` : t('facts.most-rows', { count: mostRows })}</p>`;
}

/** The section that lists where the fact is used. */
export const factBelowView: View<FactForm> = ({ now, id }, visit) => html`<section aria-labelledby="uses">
<h2 id="uses">${visit.t('facts.used')}</h2>
<div>${usesView(visit, linkUses(namesIn(visit, now), now, id), false)}</div>
</section>`;

import { choices, field, select } from '../../frame/fields.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { banner, status } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import type { FactFile } from '../../words/fact-file.ts';
import { formatFact } from '../facts/format-fact.ts';
import type { EntryForm } from '../line/entry-kind.ts';
import { datesView } from './dates-view.ts';
import { type DestinationFile, longestDestination, mostRows, type TypedDestination } from './destination-form.ts';
import { destinationStatus } from './destination-status.ts';

type DestinationForm = EntryForm<DestinationFile, TypedDestination>;

/** The status of the destination; for a new destination, what to do after adding it. */
export const destinationAboveView: View<DestinationForm> = ({ now, at, kept }, visit) => {
  if (!kept) return html`<p>${visit.t('destinations.new-about')}</p>`;
  const { kind, text, notes } = destinationStatus(now.line.file, kept, at, visit);
  return html`<p class="line-state">${status({ kind, text })}</p>
${notes.map((note) => banner({ kind: 'warning', text: note }))}`;
};

/** The languages to choose from: those of the line, and those that only the destination or the submitted form has. */
export function offeredTags({ now, kept, typed }: DestinationForm): string[] {
  const ofLine = now.line.file.languages.map(({ tag }) => tag);
  return [...new Set([...ofLine, ...(kept?.languages ?? []), ...typed.languages])];
}

/** The fields of one destination. */
export const destinationFieldsView: View<DestinationForm> = (destination, visit) => {
  const { t } = visit;
  const { typed, form } = destination;
  const { errors } = form;
  const nameField = (name: 'ja' | 'en') =>
    field(t, {
      name,
      label: t(`destinations.name-${name}`),
      value: typed[name],
      error: errors[name],
      autocomplete: 'off',
    });
  return html`${nameField('ja')}
${nameField('en')}
${select(t, {
  name: 'number',
  label: t('destinations.said'),
  help: t('destinations.said-help'),
  options: factOptions(destination, 'phone', visit),
  value: typed.number,
  error: errors.number,
})}
${languageChoices(destination, visit)}
<h2 class="line-title">${t('destinations.dialled')}</h2>
<p>${t('destinations.production')}</p>
${dialsView(destination, visit)}
<h2 class="line-title">${t('destinations.when')}</h2>
${select(t, {
  name: 'hours',
  label: t('destinations.hours'),
  help: t('destinations.hours-help'),
  optional: true,
  options: factOptions(destination, 'hours', visit),
  value: typed.hours,
  error: errors.hours,
})}
<p><label class="choice"><input type="checkbox" name="holidays" value="1"${typed.holidays ? ' checked' : ''}> ${t('destinations.holidays')}</label></p>
${closuresView(destination, visit)}
${datesView(destination, visit)}`;
};

/** Options for the facts of one type. The first option stands for no fact. */
function factOptions({ now }: DestinationForm, type: FactFile['type'], visit: Visit) {
  const { t, language } = visit;
  const names = namesIn(visit, now);
  const facts = Object.entries(now.line.file.facts).filter(([, fact]) => fact.type === type);
  return [
    { value: '', text: t(type === 'hours' ? 'destinations.unknown' : 'destinations.choose') },
    ...facts.map(([id, fact]) => ({ value: id, text: `${names.fact(id)} (${formatFact(language, fact)})` })),
  ];
}

function languageChoices(destination: DestinationForm, { t }: Visit): Html {
  const { languages } = destination.now.line.file;
  return choices({
    id: 'languages',
    legend: t('destinations.languages'),
    help: t('destinations.languages-help'),
    error: destination.form.errors.languages,
    choices: offeredTags(destination).map((tag) => ({
      name: `speaks-${tag}`,
      text: languages.find((each) => each.tag === tag)?.name ?? tag,
      lang: tag,
      isChosen: destination.typed.languages.includes(tag),
    })),
  });
}

/** The telephone numbers to dial, in the order in which they are dialled. */
function dialsView({ typed: { dials }, form: { errors }, focus }: DestinationForm, { t }: Visit): Html {
  const last = dials.length - 1;
  const moveButton = (way: 'up' | 'down', index: number) =>
    html`<button class="button button-quiet" type="submit" name="step" value="${way}-dial-${index}" formnovalidate aria-label="${t(`destinations.dial-${way}`, { number: index + 1 })}">${t(`line.${way}`)}</button>`;
  return html`<input type="hidden" name="dials" value="${dials.length}">
${dials.map(
  ({ number, source, triedOn }, index) => html`<fieldset class="line-row">
<legend>${t('destinations.dial', { number: index + 1 })}</legend>
${field(t, {
  ...{
    name: `number-${index}`,
    label: t('destinations.dial-number'),
    value: number,
    help: t('destinations.dial-help'),
  },
  error: errors[`number-${index}`],
  autocomplete: 'off',
  maxlength: longestDestination.dialled,
  autofocus: focus === `number-${index}`,
})}
${field(t, {
  name: `source-${index}`,
  label: t('destinations.source'),
  value: source,
  help: t('destinations.source-help'),
  error: errors[`source-${index}`],
  autocomplete: 'off',
})}
${field(t, {
  name: `triedOn-${index}`,
  type: 'date',
  optional: true,
  label: t('destinations.tried-on'),
  value: triedOn,
  help: t('destinations.tried-help'),
  error: errors[`triedOn-${index}`],
})}
<div class="line-buttons">
${index > 0 ? moveButton('up', index) : ''}
${index < last ? moveButton('down', index) : ''}
<button class="button button-quiet" type="submit" name="step" value="remove-dial-${index}" formnovalidate aria-label="${t('destinations.dial-remove', { number: index + 1 })}">${t('line.remove')}</button>
</div>
</fieldset>`,
)}
<p>${dials.length < mostRows ? html`<button class="button button-quiet" type="submit" name="step" value="add-dial" formnovalidate>${t('destinations.add-dial')}</button>` : t('destinations.most-dials', { count: mostRows })}</p>`;
}

/** The part of the form for closures that recur every year. */
function closuresView(destination: DestinationForm, visit: Visit): Html {
  const { t } = visit;
  const { closed } = destination.typed;
  const options = factOptions(destination, 'day', visit);
  const daySelect = (name: 'from' | 'to', index: number, value: string) =>
    select(t, {
      name: `${name}-${index}`,
      label: t(`destinations.${name}`),
      options,
      value,
      error: destination.form.errors[`${name}-${index}`],
      autofocus: destination.focus === `${name}-${index}`,
    });
  return html`<input type="hidden" name="closed" value="${closed.length}">
${closed.map(
  ({ from, to }, index) => html`<fieldset class="line-row">
<legend>${t('destinations.closure', { number: index + 1 })}</legend>
<div class="line-fields line-fields-long">
${daySelect('from', index, from)}
${daySelect('to', index, to)}
</div>
<button class="button button-quiet" type="submit" name="step" value="remove-closed-${index}" formnovalidate aria-label="${t('destinations.closure-remove', { number: index + 1 })}">${t('line.remove')}</button>
</fieldset>`,
)}
<p>${closed.length < mostRows ? html`<button class="button button-quiet" type="submit" name="step" value="add-closed" formnovalidate>${t('destinations.add-closure')}</button>` : t('destinations.most-closures', { count: mostRows })}</p>`;
}

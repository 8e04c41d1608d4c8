import { type Html, html, nothing, type Piece } from './html.ts';
import type { Translate } from './translate.ts';

/** What every field of a form has in common. */
interface AnyField {
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** What is wrong with the typed value. */
  readonly error?: string | undefined;
  readonly optional?: boolean;
}

/** An input of one line. */
interface LineField extends AnyField {
  /** The id of the input; its name by default. */
  readonly id?: string;
  readonly type?: 'text' | 'password' | 'url' | 'date' | 'time' | 'datetime-local' | 'number';
  readonly value?: string | number | undefined;
  /** The language of the value, if it is not that of the page. */
  readonly lang?: string;
  readonly autocomplete?: string;
  readonly readonly?: boolean;
  readonly maxlength?: number;
  readonly autofocus?: boolean;
}

const isWrong = (error: string | undefined): boolean => error !== undefined && error !== '';
const isSaid = (help: string | undefined): boolean => help !== undefined && help !== '';

/** The part of a field above its input: label, help and error. */
const fieldHead = (t: Translate, id: string, { label, help, error }: AnyField, isRequired: boolean): Html => html`
<label for="${id}">${label}${isRequired ? html` <span class="field-required">${t('frame.required')}</span>` : ''}</label>
${isSaid(help) ? html`<p class="field-help" id="${id}-help">${help ?? ''}</p>` : ''}
${isWrong(error) ? html`<p class="field-error" id="${id}-error">${error ?? ''}</p>` : ''}`;

/** The ids of help and error, for screen readers. */
function describedBy(id: string, { help, error }: AnyField): Html {
  const ids = [isSaid(help) && `${id}-help`, isWrong(error) && `${id}-error`].filter((each) => each !== false);
  return ids.length > 0 ? html` aria-describedby="${ids.join(' ')}"` : nothing;
}

const classOf = ({ error }: AnyField): string => (isWrong(error) ? 'field field-wrong' : 'field');

/**
 * The attribute `maxlength`. It is left out if the value is already longer, because browsers would keep the user from
 * correcting such a value.
 */
const maxlengthOf = ({
  value,
  maxlength = 0,
}: {
  readonly value?: string | number | null | undefined;
  readonly maxlength?: number;
}): Piece => (maxlength > 0 && `${value ?? ''}`.length <= maxlength ? html` maxlength="${maxlength}"` : '');

export function field(t: Translate, given: LineField): Html {
  const { name, id = name, type = 'text', value, error, optional = false, readonly = false } = given;
  const { lang, autocomplete, autofocus = false } = given;
  return html`<div class="${classOf(given)}">${fieldHead(t, id, given, !optional && !readonly)}
<input id="${id}" name="${name}" type="${type}" value="${value ?? ''}"${lang ? html` lang="${lang}" dir="auto"` : ''}${autocomplete ? html` autocomplete="${autocomplete}"` : ''}${maxlengthOf(given)}${readonly ? ' readonly' : optional ? '' : ' required'}${isWrong(error) ? html` aria-invalid="true"` : ''}${isWrong(error) || autofocus ? ' autofocus' : ''}${describedBy(id, given)}>
</div>`;
}

/** A field with a link that staff pass on to others, and a button that copies the link. */
export const copyField = (
  t: Translate,
  given: Pick<LineField, 'label' | 'help' | 'value'>,
): Html => html`<div class="form form-wide">
${field(t, { ...given, name: 'link', readonly: true, autocomplete: 'off' })}
<p><button class="button button-quiet" type="button" data-copy="link" hidden>${t('frame.copy')}</button> <span role="status" data-copied="${t('frame.copied')}" data-by-hand="${t('frame.copy-by-hand')}"></span></p>
</div>`;

/** A choice of one option. */
export interface SelectField extends AnyField {
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string | null | undefined;
  /** Whether the browser refuses to send the form without a choice. */
  readonly required?: boolean;
  readonly autofocus?: boolean;
}

export const select = (
  t: Translate,
  given: SelectField,
): Html => html`<div class="${classOf(given)}">${fieldHead(t, given.name, given, !given.optional)}
<select id="${given.name}" name="${given.name}"${given.required ? ' required' : ''}${isWrong(given.error) ? html` aria-invalid="true"` : ''}${isWrong(given.error) || given.autofocus ? ' autofocus' : ''}${describedBy(given.name, given)}>
${given.options.map(({ value, text }) => html`<option value="${value}"${value === given.value ? ' selected' : ''}>${text}</option>`)}
</select>
</div>`;

/** An input of several lines. */
interface WordsField extends Omit<AnyField, 'optional'> {
  readonly value: string;
  readonly lang: string;
  readonly rows?: number;
  readonly maxlength?: number;
}

export const words = (
  t: Translate,
  given: WordsField,
): Html => html`<div class="${classOf(given)}">${fieldHead(t, given.name, given, false)}
<textarea id="${given.name}" name="${given.name}" lang="${given.lang}" rows="${given.rows ?? 4}"${maxlengthOf(given)}${isWrong(given.error) ? html` aria-invalid="true" autofocus` : ''}${describedBy(given.name, given)}>
${given.value}</textarea>
</div>`;

/** A group of checkboxes. */
interface Choices {
  readonly id: string;
  readonly legend: string;
  readonly choices: readonly {
    readonly name: string;
    readonly text: Piece;
    readonly isChosen: boolean;
    readonly lang?: string | undefined;
  }[];
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly autofocus?: boolean;
}

export function choices({ id, legend, choices: all, help, error, autofocus = false }: Choices): Html {
  const wrong = isWrong(error);
  return html`<fieldset class="choices${wrong ? ' field-wrong' : ''}"${wrong ? html` aria-describedby="${id}-error"` : ''}>
<legend>${legend}</legend>
${isSaid(help) ? html`<p class="field-help">${help ?? ''}</p>` : ''}
${wrong ? html`<p class="field-error" id="${id}-error">${error ?? ''}</p>` : ''}
<div class="choices-row">
${all.map(
  ({ name, text, isChosen, lang }, index) =>
    html`<label class="choice"><input type="checkbox" id="${name}" name="${name}" value="1"${isChosen ? ' checked' : ''}${wrong ? html` aria-invalid="true"` : ''}${(autofocus || wrong) && index === 0 ? ' autofocus' : ''}> <span${lang ? html` lang="${lang}"` : ''}>${text}</span></label>`,
)}
</div>
</fieldset>`;
}

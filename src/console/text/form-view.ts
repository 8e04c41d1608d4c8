import type { LanguageTag } from '../../call/line.ts';
import { field } from '../../frame/fields.ts';
import { type Html, html } from '../../frame/html.ts';
import { csrfField, enterButton } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import type { TextCheck } from './check.ts';
import type { TextConflict } from './conflict.ts';
import { placesView, type TextPlace } from './places.ts';
import { type Readings, readingsAnswer } from './readings.ts';

/** The id of the form. Buttons outside the form name it in their `form` attribute. */
export const formId = 'text-form';

/** The maximum length of a reason, in characters. */
export const longestReason = 400;

/** What the form of a text shows: the saved text, or typed text that has not been saved. */
export interface TextFormState {
  readonly text: string;
  readonly isReady: boolean;
  readonly basedOn: number;
  readonly sourceSeen: string;
  /** Whether the typed text cannot be saved without corrections. */
  readonly isUntidy?: boolean;
  /** The typed reason why a translation is still right. */
  readonly reason?: string;
  /** Why the typed reason was refused. */
  readonly reasonError?: string;
}

export interface TextFormData {
  /** The address of the page, including `/console`. */
  readonly address: string;
  readonly tag: LanguageTag;
  readonly direction: 'ltr' | 'rtl';
  readonly languageName: string;
  readonly isTranslation: boolean;
  readonly form: TextFormState;
  /** The conflict with a version that was saved after this form was opened; null if there is none. */
  readonly conflict: TextConflict | null;
  /** Whether the form contains something that is not saved. */
  readonly isUnsaved: boolean;
  /** Whether a dictionary can propose readings for the text. */
  readonly mayRead: boolean;
  /** The answer of the dictionary; null if it was not asked. */
  readonly readings: Readings | null;
  readonly places: readonly TextPlace[];
  readonly check: TextCheck;
}

/** The form that saves a text. The editor's script finds the parts of this form by their data attributes. */
export function textForm(data: TextFormData, visit: Visit): Html {
  const { t } = visit;
  const { address, tag, direction, languageName, isTranslation, form, conflict, isUnsaved, places, check } = data;
  const isUntidy = form.isUntidy ?? false;
  // The button for readings needs an invisible copy of the main button before it (see `enterButton`). In a conflict,
  // the main button saves over the other version, so readings are not offered then.
  const mayRead = data.mayRead && !conflict;
  const lines = form.text.split('\n').filter((line) => line.trim() !== '').length;
  const rows = Math.min(14, Math.max(6, lines * 2 + 1));
  return html`<form class="text-form" id="${formId}" method="post" action="${address}"${isUnsaved ? ' data-unsaved' : ''}>
${csrfField(visit)}
${seen(form)}
${mayRead || conflict ? enterButton(t('text.save')) : ''}
<div class="field${isUntidy ? ' field-wrong' : ''}">
<label for="text">${t('text.label', { language: languageName })}</label>
<p class="field-help" id="text-help">${t(isTranslation ? 'text.help-other' : 'text.help')}</p>
${
  isUntidy
    ? html`<div id="text-error">
${check.untidy.map((why) => html`<p class="field-error">${why}</p>`)}
</div>`
    : ''
}
<textarea id="text" name="text" lang="${tag}" dir="${direction}" rows="${rows}" spellcheck="true" aria-keyshortcuts="Control+Enter" aria-describedby="text-help text-lines${isUntidy ? ' text-error' : ''}"${isUntidy ? html` aria-invalid="true"` : ''} data-check="check" data-said="check-said">
${form.text}</textarea>
<p class="field-help" id="text-lines">${t('text.lines-before')} <span data-lines>${lines}</span> ${t('text.lines-limit')}</p>
</div>
${mayRead ? html`<p><button class="button button-quiet" type="submit" formaction="${address}/readings">${t('text.readings.ask')}</button></p>` : ''}
${readingsAnswer(data.readings, visit)}
${placesView({ tag, places, isTranslation }, visit)}
<div class="check-field"><input id="ready" name="ready" type="checkbox" value="1" aria-describedby="ready-help"${form.isReady ? ' checked' : ''}><label for="ready">${t('text.ready')}</label></div>
<p class="field-help" id="ready-help">${t('text.ready-help')}</p>
<p class="text-buttons">
${
  conflict
    ? html`<button class="button" type="submit" name="over" value="${conflict.revision}">${t('text.conflict.over')}</button>
<a class="link-target" href="${address}">${t('text.conflict.keep-theirs')}</a>`
    : html`<button class="button" type="submit">${t('text.save')}</button>`
}
</p>
</form>`;
}

/**
 * Hidden fields with the revision of the text and the fingerprint of the source text that the page showed. The forms
 * that save or confirm the text send them back.
 */
const seen = ({
  basedOn,
  sourceSeen,
}: TextFormState): Html => html`<input type="hidden" name="basedOn" value="${basedOn}">
<input type="hidden" name="sourceSeen" value="${sourceSeen}">`;

/** The form that confirms a stale translation without changes, with a reason. */
export function stillForm({ address, form }: Pick<TextFormData, 'address' | 'form'>, visit: Visit): Html {
  const { t } = visit;
  const reason = {
    name: 'reason',
    value: form.reason,
    label: t('text.still.reason'),
    help: t('text.still.help'),
    error: form.reasonError,
    maxlength: longestReason,
    autocomplete: 'off',
  };
  return html`<section aria-labelledby="still-title">
<h2 id="still-title">${t('text.still.title')}</h2>
<p id="still-about">${t('text.still.about')}</p>
<form class="form" method="post" action="${address}/confirm">
${csrfField(visit)}
${seen(form)}
${field(t, reason)}
<button class="button button-quiet" type="submit">${t('text.still.submit')}</button>
</form>
</section>`;
}

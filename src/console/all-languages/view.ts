import type { LanguageTag } from '../../call/line.ts';
import { field } from '../../frame/fields.ts';
import { type Html, html, nothing, type View } from '../../frame/html.ts';
import { banner, csrfField, enterButton, smallId } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { longestReason } from '../text/form-view.ts';
import { type Readings, readingsAnswer } from '../text/readings.ts';
import { formId, type LanguageData, languageView } from './language-view.ts';

export interface AllLanguagesData {
  readonly prompt: string;
  /** The address of the page, including `/console`. */
  readonly address: string;
  /** The first sentence of the source text. */
  readonly lead: { readonly tag: LanguageTag; readonly text: string };
  readonly mayEdit: boolean;
  /** Whether the texts are too long for one form. */
  readonly isTooLong: boolean;
  readonly isUnused: boolean;
  /** The address of the next prompt that somebody has to write; null if there is none. */
  readonly next: string | null;
  /** What was corrected when the texts were saved. */
  readonly tidied: readonly string[];
  readonly sourceSeen: string;
  /** Whether the form contains something that is not saved. */
  readonly isUnsaved: boolean;
  /** Whether the form was submitted and refused. */
  readonly isRefused: boolean;
  readonly reason: { readonly value: string; readonly error: string | null };
  /** The languages of the prompt, the source language first. */
  readonly languages: readonly LanguageData[];
  /** Whether the source language has readings, which a dictionary can propose. */
  readonly mayRead: boolean;
  /**
   * The answer to the button that looks up readings. Null if the button was not pressed, or if errors beside the field
   * are shown instead.
   */
  readonly readings: Readings | null;
}

export const allLanguagesView: View<AllLanguagesData> = (data, visit) => {
  const { t } = visit;
  const { address, prompt, lead, next, isUnused, tidied, languages, mayEdit, isTooLong, isRefused } = data;
  const isForm = mayEdit && !isTooLong;
  const waits = languages.some(({ approvals }) => approvals !== null);
  const sections = languages.map((language) =>
    languageView(address, isForm, language, visit, language.isSource && isForm ? readingsView(data, visit) : nothing),
  );
  return html`<div class="text-head">
<p>${smallId(prompt)}</p>
${lead.text === '' ? '' : html`<p class="language-lead" lang="${lead.tag}">${lead.text}</p>`}
${next ? html`<p><a class="link-target" href="${next}">${t('all-languages.next')}</a></p>` : ''}
${waits ? html`<p><a class="link-target" href="/console/approvals">${t('all-languages.to-approvals')}</a></p>` : ''}
</div>
${isUnused ? html`<div class="banner banner-information"><p>${t('unused.of-text')} <a href="/console/texts/unused">${t('unused.title')}</a></p></div>` : ''}
${tidied.length > 0 ? banner({ kind: 'information', text: tidied.join(' ') }) : ''}
${isRefused ? refusedView(data, visit) : ''}
<ul class="language-index" aria-label="${t('all-languages.index')}">
${languages.map(({ tag, name, badge }) => html`<li><a class="status status-${badge.kind}" href="#language-${tag}"><span lang="${tag}">${name}</span> ${badge.text}</a></li>`)}
</ul>
${
  isForm
    ? formView(data, sections, visit)
    : html`<p>${t(mayEdit ? 'all-languages.too-long' : 'text.read-only')}</p>
${sections}`
}`;
};

/** The banner that says why the form was not saved, with links to the languages with errors and to a refused reason. */
function refusedView({ languages, reason }: AllLanguagesData, { t }: Visit): Html {
  const wrong = languages.filter(({ errors, conflict }) => errors.length > 0 || conflict !== null);
  return html`<div class="banner banner-error" role="alert" data-answer><p><strong>${t('all-languages.not-saved')}</strong></p>
<ul>
${wrong.map(({ tag, name, conflict }) => html`<li><a href="#${conflict ? `language-${tag}` : `text-${tag}`}"><span lang="${tag}">${name}</span></a>: ${t(conflict ? 'text.conflict.title' : 'all-languages.unsaveable')}</li>`)}
${reason.error === null ? '' : html`<li><a href="#reason">${t('text.still.reason')}</a>: ${reason.error}</li>`}
</ul></div>`;
}

function formView(data: AllLanguagesData, sections: readonly Html[], visit: Visit): Html {
  const { t } = visit;
  const { address, isUnsaved, sourceSeen, languages, reason } = data;
  const asksReason = reason.error !== null || languages.some(({ isStale }) => isStale);
  return html`<p class="field-help" id="texts-help">${t('all-languages.help')}</p>
<form class="text-form" id="${formId}" method="post" action="${address}"${isUnsaved ? ' data-unsaved' : ''}>
${csrfField(visit)}
${enterButton(t('all-languages.save'))}
<input type="hidden" name="sourceSeen" value="${sourceSeen}">
${sections}
${
  asksReason
    ? field(t, {
        name: 'reason',
        value: reason.value,
        label: t('all-languages.reason'),
        help: t('text.still.help'),
        error: reason.error ?? undefined,
        maxlength: longestReason,
        autocomplete: 'off',
        optional: true,
      })
    : ''
}
<div class="language-save">
<button class="button" type="submit">${t('all-languages.save')}</button>
${data.next === null ? '' : html`<button class="button button-quiet" type="submit" name="after" value="next">${t('all-languages.save-next')}</button>`}
</div>
</form>`;
}

/** The button that adds readings to the source text, and the result. */
function readingsView({ address, mayRead, readings }: AllLanguagesData, visit: Visit): Html {
  if (!mayRead) return nothing;
  const { t } = visit;
  return html`<p><button class="button button-quiet" type="submit" formaction="${address}/readings">${t('text.readings.ask')}</button></p>
${readingsAnswer(readings, visit)}`;
}

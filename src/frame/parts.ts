import { type Html, html, nothing } from './html.ts';
import type { Translate } from './translate.ts';
import type { Visit } from './visit.ts';

/** The meaning of a banner or a status. The words express this meaning too; the colour only repeats it. */
export type Kind = 'good' | 'warning' | 'error' | 'information';

/** A sentence that must be seen. */
interface Banner {
  readonly kind: Kind;
  readonly text: string;
  /** Whether the banner is the answer to the form that was just submitted. If so, it takes the focus. */
  readonly isAnswer?: boolean;
}

export const banner = ({ kind, text, isAnswer = false }: Banner): Html =>
  html`<div class="banner banner-${kind}" role="${kind === 'error' ? 'alert' : 'status'}"${isAnswer ? ' data-answer' : ''}><p>${text}</p></div>`;

/** The state of something, in a word or two. */
export interface Status {
  readonly kind: Kind | 'plain';
  readonly text: string;
}

export const status = ({ kind, text }: Status): Html => html`<span class="status status-${kind}">${text}</span>`;

/** An id, small beside the name of what it identifies. */
export const smallId = (id: string): Html => html`<span class="id" lang="en" translate="no">${id}</span>`;

/** The token that shows that a form is our own. Every form that changes something has it. */
export const csrfField = ({ csrfToken }: Pick<Visit, 'csrfToken'>): Html =>
  html`<input type="hidden" name="csrf" value="${csrfToken}">`;

export const hiddenFields = (fields: readonly (readonly [name: string, value: string])[]): Html =>
  html`${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;

/**
 * Attributes for a part of a page that replaces itself with the answer from an address of the console. The part
 * requests the address after a second. While the office is unavailable or busy, it asks again every three seconds.
 */
export const asksAgain = (address: string): Html =>
  html` hx-get="${address}" hx-swap="outerHTML" hx-trigger="load delay:1s, htmx:response:error delay:3s, htmx:error delay:3s" hx-status:5xx="swap:none" hx-status:429="swap:none"`;

/**
 * An invisible copy of the main button of a form. It comes before all other buttons, because Enter in a field presses
 * the first button of the form.
 */
export const enterButton = (text: string): Html =>
  html`<button class="unseen" type="submit" tabindex="-1" aria-hidden="true">${text}</button>`;

/**
 * Details that only some people need, such as ids and messages of the program: folded, with the same label on every
 * page.
 */
export const folded = (t: Translate, content: Html, isOpen = false): Html =>
  html`<details class="more"${isOpen ? html` open` : ''}><summary>${t('frame.more')}</summary>${content}</details>`;

/** Details as a folded list; nothing if there are none. */
export const foldedList = (t: Translate, details: readonly string[]): Html =>
  ifAny(details, (some) => folded(t, html`<ul>${some.map((each) => html`<li>${each}</li>`)}</ul>`));

/** A table or a list of some items; nothing if there are none. */
export const ifAny = <Item>(items: readonly Item[], view: (items: readonly Item[]) => Html): Html =>
  items.length > 0 ? view(items) : nothing;

/**
 * The answer to a refused form that the page no longer contains. It says why the form was refused, and shows what was
 * typed, so that it can be copied.
 * @param errors sentences; empty if nothing was refused
 * @param typed empty texts are left out
 * @param more further details of the errors
 */
export const refusedAlone = (errors: readonly string[], typed: readonly string[], more = nothing): Html => html`${ifAny(
  errors,
  (some) =>
    html`<div class="banner banner-error" role="alert">${some.map((error) => html`<p>${error}</p>`)}${more}</div>`,
)}
${typed.map((text) => (text === '' ? nothing : html`<p class="typed">${text}</p>`))}`;

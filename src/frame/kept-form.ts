import type { Response } from 'express';
import { formOf } from './form.ts';
import { type Html, html, type View } from './html.ts';
import { localPath } from './local-path.ts';
import { banner, csrfField, hiddenFields } from './parts.ts';
import { type Visit, visitOf } from './visit.ts';

/** A form that was submitted but not processed, such as after the session had ended. */
export interface KeptForm {
  /** The console address to which it was submitted. */
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const prefix = 'kept:';
const actionField = 'kept-action';

/** Whether a field is kept. Fields with "password" in their name and the token of the old session are not kept. */
const isKept = (name: string): boolean => name !== 'csrf' && !/password/i.test(name);

/** The fields of a form that are kept. */
export const keptFields = (form: URLSearchParams): KeptForm['fields'] => [...form].filter(([name]) => isKept(name));

/** The hidden fields that carry a kept form through signing in. */
export const carryKept = ({ action, fields }: KeptForm): KeptForm['fields'] => [
  [actionField, action],
  ...fields.map(([name, value]) => [`${prefix}${name}`, value] as const),
];

/**
 * Reads the kept form from the fields of `carryKept`. Null if there is no kept form, or if `localPath` refuses its
 * address.
 */
export function readKept(form: URLSearchParams): KeptForm | null {
  const action = localPath(form.get(actionField) ?? '');
  if (action === null) return null;
  const carried = [...form].filter(([name]) => name.startsWith(prefix));
  const fields = carried.map(([name, value]) => [name.slice(prefix.length), value] as const);
  return { action, fields: fields.filter(([name]) => isKept(name)) };
}

/** A page with a form that must be submitted once more: after signing in, or because somebody else has signed in. */
export const keptView: View<{ readonly kept: KeptForm }> = ({ kept }, visit) => {
  const { t } = visit;
  return html`${banner({ kind: 'warning', text: t('kept.text') })}
<form class="form" method="post" action="${kept.action}">
${csrfField(visit)}
${hiddenFields(kept.fields)}
<button class="button" type="submit">${t('kept.send')}</button>
</form>
<details class="more">
<summary>${t('kept.look')}</summary>
${kept.fields.filter((field) => !isOfThePage(field)).map(([, value]) => html`<p class="typed">${value}</p>`)}
</details>
<p><a href="/console">${t('kept.leave')}</a></p>`;
};

/** What an error page shows of the form that was submitted. */
export interface TypedForm {
  readonly kept: KeptForm | null;
  /**
   * What the sender typed. Values that the page itself put into the form are left out, as far as `isOfThePage`
   * recognises them.
   */
  readonly words: readonly string[];
  /** Whether submitting the same form again can succeed. */
  readonly maySendAgain: boolean;
  /** Whether the form was not read, or must not be shown again. Only the browser can restore such a form. */
  readonly isUnread: boolean;
}

/** Status codes of temporary failures. */
const temporary: ReadonlySet<number> = new Set([429, 500, 503]);

/**
 * Whether the page itself seems to have set the value of a field: a revision, a fingerprint, a button, or a single
 * character.
 */
const isOfThePage = ([name, value]: KeptForm['fields'][number]): boolean =>
  /^(?:basedOn|sourceSeen|agreed|step|over)(?:\.|$)/.test(name) || value.length <= 1 || /^[0-9a-f]{40,}$/.test(value);

/**
 * What was typed into the form that this response answers. Null if no form was submitted, or if the answer is a part of
 * a page. Only our own forms are shown again. If a form from another site were shown again, it would contain a valid
 * token.
 */
export function typedForm(response: Response, status: number): TypedForm | null {
  const { isGet, isPart, isOwnForm, address } = visitOf(response);
  if (isGet || isPart) return null;
  const isUnread = typeof response.req.body !== 'string';
  const action = localPath(address);
  const isKept = !isUnread && status !== 403 && isOwnForm();
  const fields = isKept ? keptFields(formOf(response.req)) : [];
  const isTyped = fields.some(([, value]) => value !== '');
  return {
    kept: action !== null && isTyped ? { action, fields } : null,
    words: fields.filter((field) => !isOfThePage(field)).map(([, value]) => value),
    maySendAgain: temporary.has(status),
    isUnread: isUnread || !isKept || action === null,
  };
}

/** What was typed, to be submitted again or copied. The browser restores a form that was not read. */
export function typedFormView({ isUnread, kept, words, maySendAgain }: TypedForm, visit: Visit): Html {
  const { t } = visit;
  const remembered = html`<p data-remembered hidden>${t('kept.remembered')}</p>`;
  if (isUnread) return remembered;
  if (!kept) return html``;
  return html`<h2>${t('kept.title')}</h2>
${words.map((each) => html`<p class="typed">${each}</p>`)}
${
  maySendAgain
    ? html`<form class="form" method="post" action="${kept.action}">
${csrfField(visit)}
${hiddenFields(kept.fields)}
<button class="button" type="submit">${t('kept.send-again')}</button>
</form>`
    : html`<p>${t('kept.copy')}</p>${remembered}`
}`;
}

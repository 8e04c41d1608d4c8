import type { Response } from 'express';
import { longestTypedName } from '../office/staff/account.ts';
import { longestTyped } from '../office/staff/passwords.ts';
import { field } from './fields.ts';
import { html, type View } from './html.ts';
import { carryKept, type KeptForm } from './kept-form.ts';
import { banner, csrfField, hiddenFields } from './parts.ts';
import { show } from './show.ts';
import { visitOf } from './visit.ts';

/** What the sign-in page shows. */
interface SignInPage {
  readonly status?: number;
  /** The name that was typed before. */
  readonly name?: string;
  /** Errors of single fields. */
  readonly errors?: { readonly name?: string; readonly password?: string };
  /** Why signing in failed. Shown beside both fields, because it must not reveal which of them is wrong. */
  readonly error?: string;
  /** The address to go to after signing in. */
  readonly next?: string;
  /** A form that can be submitted again after signing in. */
  readonly kept?: KeptForm | null;
}

/** Answers with the sign-in page. */
export function showSignIn(response: Response, page: SignInPage): void {
  show(response, signInView, { title: visitOf(response).t('sign-in.title'), ...page });
}

const signInView: View<SignInPage> = ({ name = '', errors = {}, error, next = '/console', kept }, visit) => {
  const { t } = visit;
  const carried = kept ? carryKept(kept) : [];
  return html`${carried.length > 0 ? banner({ kind: 'warning', text: t('kept.at-sign-in') }) : ''}
${error ? banner({ kind: 'error', text: error }) : ''}
<form class="form" method="post" action="/console/sign-in">
${csrfField(visit)}
<input type="hidden" name="next" value="${next}">
${hiddenFields(carried)}
${field(t, { name: 'name', label: t('sign-in.name'), value: name, error: errors.name ?? error, autocomplete: 'username', maxlength: longestTypedName.name })}
${field(t, { name: 'password', type: 'password', label: t('sign-in.password'), error: errors.password ?? error, autocomplete: 'current-password', maxlength: longestTyped })}
<button class="button" type="submit">${t('sign-in.submit')}</button>
</form>
<p class="note">${t('sign-in.forgotten')}</p>`;
};

import { field } from '../../frame/fields.ts';
import { html, type View } from '../../frame/html.ts';
import { csrfField } from '../../frame/parts.ts';
import { longestTypedName } from '../../office/staff/account.ts';
import { displayField, roleField } from './account-fields.ts';

/** The form for a new account. */
export interface NewAccountData {
  readonly typed: { readonly name: string; readonly display: string; readonly role: string };
  readonly errors: { readonly name?: string; readonly display?: string; readonly role?: string };
}

export const newAccountView: View<NewAccountData> = ({ typed, errors }, visit) => {
  const { t } = visit;
  return html`<form class="form" method="post" action="/console/accounts/new">
${csrfField(visit)}
${field(t, { name: 'name', label: t('accounts.name'), value: typed.name, help: t('accounts.name-help'), error: errors.name, autocomplete: 'off', maxlength: longestTypedName.name })}
${displayField(t, typed.display, errors.display)}
${roleField(t, typed.role, errors.role)}
<button class="button" type="submit">${t('accounts.add-submit')}</button>
</form>`;
};

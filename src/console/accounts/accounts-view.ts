import { field } from '../../frame/fields.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { csrfField, status } from '../../frame/parts.ts';
import type { Translate } from '../../frame/translate.ts';
import { longestTypedName, type Member } from '../../office/staff/account.ts';
import { displayField, roleField } from './account-fields.ts';

/** Whether an account can be used, in a few words. */
export function memberStatus(t: Translate, { isActive, hasPassword }: Member): Html {
  if (!isActive) return status({ kind: 'plain', text: t('accounts.off') });
  return hasPassword
    ? status({ kind: 'good', text: t('accounts.on') })
    : status({ kind: 'warning', text: t('accounts.waiting') });
}

/** The list of all accounts. */
export const accountsView: View<{ readonly members: readonly Member[] }> = ({ members }, { t }) => {
  const row = (member: Member) => html`<tr>
<td data-label="${t('accounts.display')}">${member.display}</td>
<td data-label="${t('accounts.name')}">${member.name}</td>
<td data-label="${t('accounts.role')}">${t(`roles.${member.role}`)}</td>
<td data-label="${t('accounts.status')}">${memberStatus(t, member)}</td>
<td data-label="${t('accounts.action')}"><a class="link-target" href="/console/accounts/${member.id}" aria-label="${t('accounts.change-label', { name: member.display })}">${t('accounts.change')}</a></td>
</tr>`;
  return html`<p><a class="button" href="/console/accounts/new">${t('accounts.add')}</a></p>
<table class="table">
<caption>${t('accounts.caption')}</caption>
<thead><tr><th scope="col">${t('accounts.display')}</th><th scope="col">${t('accounts.name')}</th><th scope="col">${t('accounts.role')}</th><th scope="col">${t('accounts.status')}</th><th scope="col">${t('accounts.action')}</th></tr></thead>
<tbody>
${members.map(row)}
</tbody>
</table>`;
};

/** What was typed into the form for a new account, and what is wrong with it. */
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

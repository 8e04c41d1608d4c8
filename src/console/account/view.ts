import { field } from '../../frame/fields.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { csrfField, status } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import type { Member } from '../../office/staff/account.ts';
import type { ListedSession } from '../../office/staff/desk/sessions.ts';
import { longestTyped } from '../../office/staff/passwords.ts';
import { type NewPasswordErrors, newPasswordFields } from './new-password.ts';

/** What is wrong with the form that changes the password. */
export interface AccountErrors extends NewPasswordErrors {
  readonly current?: string | undefined;
}

/** The member's own account. */
interface AccountData {
  readonly member: Member;
  readonly sessions: readonly ListedSession[];
  readonly errors: AccountErrors;
}

export const accountView: View<AccountData> = ({ member, sessions, errors }, visit) => {
  const { t } = visit;
  return html`<section aria-labelledby="who">
<h2 id="who">${t('account.who-title')}</h2>
<dl class="facts">
<div><dt>${t('account.name')}</dt><dd>${member.name}</dd></div>
<div><dt>${t('account.display')}</dt><dd>${member.display}</dd></div>
<div><dt>${t('account.role')}</dt><dd>${t(`roles.${member.role}`)}</dd></div>
</dl>
</section>
<section aria-labelledby="password">
<h2 id="password">${t('account.password-title')}</h2>
<p>${t('account.password-about')}</p>
<form class="form" method="post" action="/console/account">
${csrfField(visit)}
<input type="text" name="name" value="${member.name}" autocomplete="username" hidden>
${field(t, { name: 'current-password', type: 'password', label: t('account.current'), error: errors.current, autocomplete: 'current-password', maxlength: longestTyped })}
${newPasswordFields(t, member, errors)}
<button class="button" type="submit">${t('account.change-password')}</button>
</form>
</section>
<section aria-labelledby="sessions">
<h2 id="sessions">${t('account.sessions-title')}</h2>
<p>${t('account.sessions-about')}</p>
<table class="table">
<caption class="unseen">${t('account.sessions-title')}</caption>
<thead><tr><th scope="col">${t('account.browser')}</th><th scope="col">${t('account.began')}</th><th scope="col">${t('account.used')}</th><th scope="col">${t('account.action')}</th></tr></thead>
<tbody>
${sessions.map((session) => sessionRow(session, visit))}
</tbody>
</table>
${
  sessions.length > 1
    ? html`<form method="post" action="/console/account/sessions/others/revoke">
${csrfField(visit)}
<button class="button button-quiet" type="submit">${t('account.revoke-others')}</button>
</form>`
    : ''
}
</section>`;
};

function sessionRow({ id, browser, beganAt, usedAt, isThisOne }: ListedSession, visit: Visit): Html {
  const { t, language } = visit;
  const used = formatMoment(language, usedAt);
  return html`<tr>
<td data-label="${t('account.browser')}">${browser}</td>
<td data-label="${t('account.began')}">${formatMoment(language, beganAt)}</td>
<td data-label="${t('account.used')}">${used}</td>
<td data-label="${t('account.action')}">
${
  isThisOne
    ? status({ kind: 'good', text: t('account.this-one') })
    : html`<form method="post" action="/console/account/sessions/${id}/revoke">
${csrfField(visit)}
<button class="button button-quiet" type="submit" aria-label="${t('account.revoke-label', { browser, used })}">${t('account.revoke')}</button>
</form>`
}
</td>
</tr>`;
}

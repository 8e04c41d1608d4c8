import { type Html, html, type View } from '../../frame/html.ts';
import { banner, csrfField } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import type { Member } from '../../office/staff/account.ts';
import { displayField, roleField } from './account-fields.ts';
import { memberStatus } from './accounts-view.ts';

/**
 * What can be changed about an account. Each change has its own form. The address of the form ends with the name of the
 * change.
 */
export type AccountChange = 'display' | 'role' | 'off' | 'on';

/** One account with the forms to change it. */
export interface OneAccountData {
  readonly member: Member;
  readonly typed: { readonly display: string; readonly role: string };
  readonly errors: { readonly [Change in AccountChange]?: string };
}

export const oneAccountView: View<OneAccountData> = ({ member, typed, errors }, visit) => {
  const { t } = visit;
  const address = `/console/accounts/${member.id}`;
  return html`<section aria-labelledby="details">
<h2 id="details">${t('accounts.details-title')}</h2>
<dl class="facts">
<div><dt>${t('accounts.name')}</dt><dd>${member.name}</dd></div>
<div><dt>${t('accounts.status')}</dt><dd>${memberStatus(t, member)}</dd></div>
</dl>
</section>
<section aria-labelledby="display-section">
<h2 id="display-section">${t('accounts.display-title')}</h2>
<form class="form" method="post" action="${address}/display">
${csrfField(visit)}
${displayField(t, typed.display, errors.display)}
<button class="button" type="submit">${t('accounts.display-submit')}</button>
</form>
</section>
<section aria-labelledby="role-section">
<h2 id="role-section">${t('accounts.role-title')}</h2>
<form class="form" method="post" action="${address}/role">
${csrfField(visit)}
${roleField(t, typed.role, errors.role)}
<button class="button" type="submit">${t('accounts.role-submit')}</button>
</form>
</section>
${member.isActive ? sectionsWhileOn(address, errors.off, visit) : sectionWhileOff(address, visit)}
<p><a href="/console/accounts">${t('accounts.back')}</a></p>`;
};

function sectionsWhileOn(address: string, error: string | undefined, visit: Visit): Html {
  const { t } = visit;
  return html`<section aria-labelledby="link-section">
<h2 id="link-section">${t('accounts.link-title')}</h2>
<p>${t('accounts.new-link-about')}</p>
<form method="post" action="${address}/link">
${csrfField(visit)}
<button class="button button-quiet" type="submit">${t('accounts.new-link')}</button>
</form>
</section>
<section aria-labelledby="off-section">
<h2 id="off-section">${t('accounts.switch-off-title')}</h2>
<p>${t('accounts.switch-off-about')}</p>
${error ? banner({ kind: 'error', text: error }) : ''}
<form method="post" action="${address}/off">
${csrfField(visit)}
<button class="button button-danger" type="submit">${t('accounts.switch-off')}</button>
</form>
</section>`;
}

function sectionWhileOff(address: string, visit: Visit): Html {
  const { t } = visit;
  return html`<section aria-labelledby="on-section">
<h2 id="on-section">${t('accounts.switch-on-title')}</h2>
<p>${t('accounts.switch-on-about')}</p>
<form method="post" action="${address}/on">
${csrfField(visit)}
<button class="button" type="submit">${t('accounts.switch-on')}</button>
</form>
</section>`;
}

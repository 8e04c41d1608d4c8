import { type Response, Router } from 'express';
import type { Member } from '../../office/staff/account.ts';
import type { DeadLink } from '../../office/staff/desk/use-link.ts';
import type { StaffDesk } from '../../office/staff/staff-desk.ts';
import {
  describeWeakness,
  type NewPasswordErrors,
  newPasswordFields,
  readNewPassword,
} from '../account/new-password.ts';
import type { ConsoleCookies } from '../frame/cookies.ts';
import { field } from '../frame/fields.ts';
import { html, type View } from '../frame/html.ts';
import { rememberBrowser } from '../frame/open-visit.ts';
import { csrfField } from '../frame/parts.ts';
import { show, showMessage } from '../frame/show.ts';
import { visitOf } from '../frame/visit.ts';

/** `GET` and `POST /console/sign-in/<token>`: a link that works once, opened from a mail and without a cookie. */
export function createLinkRouter(desk: StaffDesk, cookies: ConsoleCookies): Router {
  const router = Router();
  router.get('/:token', async ({ params }, response) => {
    const link = await desk.readLink(params.token);
    if (link.kind !== 'good-link') return showDeadLink(response, link);
    showLink(response, params.token, link.member);
  });
  router.post('/:token', async (request, response) => {
    const { token } = request.params;
    const { t } = visitOf(response);
    const link = await desk.readLink(token);
    if (link.kind !== 'good-link') return showDeadLink(response, link);
    const { password, errors, isGood } = readNewPassword(request, t, link.member);
    if (!isGood) return showLink(response, token, link.member, errors);
    const result = await desk.useLink({ token, password, userAgent: request.get('User-Agent') ?? '' });
    if (result.kind === 'weak-password') {
      return showLink(response, token, link.member, { once: describeWeakness(t, result.why, link.member) });
    }
    if (result.kind !== 'signed-in') return showDeadLink(response, result);
    cookies.session.write(response, result.token);
    rememberBrowser(cookies, desk, request, response, result.signedIn);
    response.redirect(303, '/console');
  });
  return router;
}

interface LinkData {
  readonly token: string;
  readonly member: Member;
  readonly errors: NewPasswordErrors;
}

const linkView: View<LinkData> = ({ token, member, errors }, visit) => {
  const { t } = visit;
  return html`<p>${t('sign-in.link-about', { name: member.display })}</p>
<form class="form" method="post" action="/console/sign-in/${token}">
${csrfField(visit)}
${field(t, { name: 'name', label: t('sign-in.name'), value: member.name, autocomplete: 'username', readonly: true })}
${newPasswordFields(t, member, errors)}
<button class="button" type="submit">${t('sign-in.link-submit')}</button>
</form>`;
};

function showLink(response: Response, token: string, member: Member, errors: NewPasswordErrors = {}): void {
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  show(response, linkView, { status, title: visitOf(response).t('sign-in.link-title'), token, member, errors });
}

/** 410: what was there is gone, and asking again changes nothing. */
const showDeadLink = (response: Response, { kind }: DeadLink): void =>
  showMessage(response, kind === 'unknown-link' ? 404 : 410, `sign-in.${kind}`, { back: '/console/sign-in' });

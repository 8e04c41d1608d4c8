import { type Response, Router } from 'express';
import type { Member } from '../../office/staff/account.ts';
import type { DeadLink } from '../../office/staff/desk/use-link.ts';
import type { StaffDesk } from '../../office/staff/staff-desk.ts';
import type { ConsoleCookies } from '../cookies.ts';
import { fieldOf } from '../form.ts';
import { rememberBrowser } from '../open-visit.ts';
import { show, showMessage } from '../show.ts';
import { visitOf } from '../visit.ts';
import { newPasswordFields, showRules, showWeakness } from './new-password.ts';

/** `GET` and `POST /console/sign-in/<token>`: the link that works once, from a mail and without a cookie. */
export function createSignInLinkRouter(desk: StaffDesk, cookies: ConsoleCookies): Router {
  const router = Router();
  router.get('/:token', async ({ params }, response) => {
    const link = await desk.readLink(params.token);
    if (link.kind !== 'good-link') return showDeadLink(response, link);
    showForm(response, params.token, link.member);
  });
  router.post('/:token', async (request, response) => {
    const { token } = request.params;
    const { t } = visitOf(response);
    const link = await desk.readLink(token);
    if (link.kind !== 'good-link') return showDeadLink(response, link);
    const password = fieldOf(request, newPasswordFields.once);
    if (password !== fieldOf(request, newPasswordFields.again)) {
      return showForm(response, token, link.member, { again: t('account.different') });
    }
    const result = await desk.useLink({ token, password, userAgent: request.get('User-Agent') ?? '' });
    if (result.kind === 'weak-password') {
      return showForm(response, token, link.member, { once: showWeakness(t, result.why, link.member) });
    }
    if (result.kind !== 'signed-in') return showDeadLink(response, result);
    cookies.session.write(response, result.token);
    rememberBrowser(cookies, desk, request, response, result.signedIn);
    response.redirect(303, '/console');
  });
  return router;
}

interface FormErrors {
  readonly once?: string;
  readonly again?: string;
}

function showForm(response: Response, token: string, member: Member, errors: FormErrors = {}): void {
  const { t } = visitOf(response);
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  const action = `/console/sign-in/${token}`;
  show(response, 'sign-in-link', {
    status,
    title: t('sign-in.link-title'),
    member,
    action,
    errors,
    rules: showRules(t, member),
  });
}

/** 410: what was there is gone, and asking again changes nothing. */
const showDeadLink = (response: Response, { kind }: DeadLink): void =>
  showMessage(response, kind === 'unknown-link' ? 404 : 410, `sign-in.${kind}`, { back: '/console/sign-in' });

import { type Request, type Response, Router } from 'express';
import type { ConsoleCookies } from '../../frame/cookies.ts';
import { field } from '../../frame/fields.ts';
import { html, type View } from '../../frame/html.ts';
import { rememberBrowser } from '../../frame/open-visit.ts';
import { csrfField } from '../../frame/parts.ts';
import { readForm, textLine } from '../../frame/read-form.ts';
import { show, showMessage } from '../../frame/show.ts';
import type { Translate } from '../../frame/translate.ts';
import { visitOf } from '../../frame/visit.ts';
import {
  isGoodDisplay,
  isGoodName,
  isUnnamed,
  longestTypedName,
  type Member,
  normaliseName,
} from '../../office/staff/account.ts';
import type { DeadLink } from '../../office/staff/desk/use-link.ts';
import type { StaffDesk } from '../../office/staff/staff-desk.ts';
import {
  describeWeakness,
  type NewPasswordErrors,
  newPasswordFields,
  readNewPassword,
} from '../account/new-password.ts';

/**
 * `GET` and `POST /console/sign-in/<token>`: the page behind a sign-in link. Each link works once. When somebody
 * follows a link in a mail, the browser sends no cookies, because they are `SameSite=Strict`. So `GET` has to work
 * without cookies.
 */
export function createLinkRouter(desk: StaffDesk, cookies: ConsoleCookies): Router {
  const router = Router();
  router.get('/:token', async ({ params }, response) => {
    const link = await desk.readLink(params.token);
    if (link.kind !== 'good-link') return showDeadLink(response, link);
    showLink(response, params.token, link.member, {});
  });
  router.post('/:token', async (request, response) => {
    const { token } = request.params;
    const { t } = visitOf(response);
    const link = await desk.readLink(token);
    if (link.kind !== 'good-link') return showDeadLink(response, link);
    const names = isUnnamed(link.member) ? readNames(request, t) : null;
    const { password, errors, isGood } = readNewPassword(request, t, link.member);
    const again = (wrong: LinkErrors) =>
      showLink(response, token, link.member, { ...names?.errors, ...wrong }, names?.typed);
    if (!isGood || (names && !names.isGood)) return again(errors);
    const userAgent = request.get('User-Agent') ?? '';
    const result = await desk.useLink({ token, password, userAgent, ...(names && { names: names.typed }) });
    if (result.kind === 'weak-password') return again({ once: describeWeakness(t, result.why, link.member) });
    if (result.kind === 'bad-display' || result.kind === 'bad-name' || result.kind === 'name-taken') {
      return again({ [result.kind === 'bad-display' ? 'display' : 'name']: t(`accounts.${result.kind}`) });
    }
    if (result.kind !== 'signed-in') return showDeadLink(response, result);
    cookies.session.write(response, result.token);
    rememberBrowser(cookies, desk, request, response, result.signedIn);
    response.redirect(303, '/console');
  });
  return router;
}

/** The errors in the fields. */
interface LinkErrors extends NewPasswordErrors {
  readonly name?: string | undefined;
  readonly display?: string | undefined;
}

interface Names {
  readonly name: string;
  readonly display: string;
}

interface LinkData {
  readonly token: string;
  readonly member: Member;
  readonly errors: LinkErrors;
  /** The names as they were typed, for the first account; null for an account that already has names. */
  readonly names: Names | null;
}

/** Reads the names that the first administrator typed. */
function readNames(request: Request, t: Translate) {
  const read = readForm(request, t, {
    name: textLine(longestTypedName.name),
    display: textLine(longestTypedName.display),
  });
  const { typed, errors } = read;
  const wrong: LinkErrors = {
    ...(!isGoodName(normaliseName(typed.name)) && { name: t('accounts.bad-name') }),
    ...(!isGoodDisplay(typed.display) && { display: t('accounts.bad-display') }),
    ...errors,
  };
  return { typed, errors: wrong, isGood: Object.keys(wrong).length === 0 };
}

const linkView: View<LinkData> = ({ token, member, errors, names }, visit) => {
  const { t } = visit;
  return html`<p>${names ? t('sign-in.link-first') : t('sign-in.link-about', { name: member.display })}</p>
<form class="form" method="post" action="/console/sign-in/${token}">
${csrfField(visit)}
${
  names
    ? html`${field(t, { name: 'name', label: t('sign-in.name'), help: t('accounts.name-help'), value: names.name, error: errors.name, autocomplete: 'username', maxlength: longestTypedName.name })}
${field(t, { name: 'display', label: t('accounts.display'), help: t('accounts.display-help'), value: names.display, error: errors.display, autocomplete: 'name', maxlength: longestTypedName.display })}`
    : field(t, { name: 'name', label: t('sign-in.name'), value: member.name, autocomplete: 'username', readonly: true })
}
${newPasswordFields(t, member, errors)}
<button class="button" type="submit">${t('sign-in.link-submit')}</button>
</form>`;
};

function showLink(response: Response, token: string, member: Member, errors: LinkErrors, typed?: Names): void {
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  const names = typed ?? (isUnnamed(member) ? { name: '', display: '' } : null);
  show(response, linkView, { status, title: visitOf(response).t('sign-in.link-title'), token, member, errors, names });
}

/** Answers that the link does not work: 404 if it is unknown, otherwise 410. */
const showDeadLink = (response: Response, { kind }: DeadLink): void =>
  showMessage(response, kind === 'unknown-link' ? 404 : 410, `sign-in.${kind}`, { back: '/console/sign-in' });

import type { Request, RequestHandler } from 'express';
import { csrfTokenOf, isSameSecret } from '../office/staff/secret-token.ts';
import type { ConsoleCookies } from './cookies.ts';
import { fieldOf, formOf } from './form.ts';
import { keptFields, keptView } from './kept-form.ts';
import { localPath } from './local-path.ts';
import { requireMember } from './require-member.ts';
import { show, showMessage } from './show.ts';
import { visitOf } from './visit.ts';

/**
 * Refuses a form that does not come from one of our pages. Each of our forms carries a token that is made from the
 * secret in the cookie. All but older browsers also say where a form comes from (`Sec-Fetch-Site`). A form from another
 * site is refused even with a token.
 *
 * The token also shows whether the page belongs to the person who is signed in now. If somebody else has signed in
 * since the page was opened, the token is wrong, although the browser says that the form is ours. Such a form is shown
 * again, to be confirmed, so that nothing is done in another person's name.
 *
 * The token stays valid when the session has ended. A form that is sent after that is kept until its sender has signed
 * in.
 * @param isSecret whether an address is itself a secret, so that only a person who knows the address can send a form to
 * it. At such an address, it is enough that the browser says that the form is ours, because this person has no account
 * and may have lost the cookie
 */
export const checkCsrf =
  (isSecret: (address: string) => boolean): RequestHandler =>
  (request, response, next) => {
    const { isGet, isPart, isOwnForm, signedIn, address, t } = visitOf(response);
    if (isGet) return next();
    const site = request.get('Sec-Fetch-Site');
    const isElsewhere = site === 'cross-site' || site === 'same-site';
    if (!isElsewhere && isOwnForm()) return next();
    if (site === 'same-origin' && isSecret(address)) return next();
    const action = localPath(address);
    const isOurs = site === 'same-origin' && !isPart;
    if (!isOurs || !action) return showMessage(response, 403, 'frame.csrf');
    // The person has signed out in another window. As after the end of a session, the form can be sent after signing
    // in.
    if (!signedIn) return requireMember('read')(request, response, next);
    show(response, keptView, {
      status: 403,
      title: t('kept.title'),
      kept: { action, fields: keptFields(formOf(request)) },
    });
  };

/**
 * Whether a form carries a token that was given to this browser. The token is made from the secret in the cookie, and
 * stays valid when the session has ended. Works only after the form has been read.
 */
export function isOwnForm(request: Request, cookies: Pick<ConsoleCookies, 'session' | 'visitor'>): boolean {
  const given = request.get('X-CSRF-Token') ?? fieldOf(request, 'csrf');
  const secrets = [cookies.session.read(request), cookies.visitor.read(request)].filter((secret) => secret !== null);
  return secrets.some((secret) => isSameSecret(given, csrfTokenOf(secret)));
}

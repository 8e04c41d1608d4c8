import type { RequestHandler } from 'express';
import { formOf } from './form.ts';
import { keptFields } from './kept-form.ts';
import { localPath } from './local-path.ts';
import { requireMember } from './require-member.ts';
import { show, showMessage } from './show.ts';
import { visitOf } from './visit.ts';

/**
 * Refuses whatever would change something and does not come from a page that this browser was given. What counts is the
 * secret in the cookie, also when its session is over: the form is then kept, and only our own forms deserve that.
 */
export const checkCsrf: RequestHandler = (request, response, next) => {
  const { isGet, isPart, isOwnForm, signedIn, address, t } = visitOf(response);
  if (isGet || isOwnForm()) return next();
  const action = localPath(address);
  // A page that was left open over a new sign-in is no attack: the browser itself says that the form is our own.
  const isOurs = request.get('Sec-Fetch-Site') === 'same-origin' && !isPart;
  if (!isOurs || !action) return showMessage(response, 403, 'frame.csrf');
  // Signed out in another window: it may be sent after signing in, as when a session has ended by itself.
  if (!signedIn) return requireMember('read')(request, response, next);
  show(response, 'kept', {
    status: 403,
    title: t('kept.title'),
    kept: { action, fields: keptFields(formOf(request)) },
  });
};

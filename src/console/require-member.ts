import type { RequestHandler } from 'express';
import { type Act, may } from '../office/staff/role.ts';
import { formOf, mayWait } from './form.ts';
import { keptFields } from './kept-form.ts';
import { localPath } from './local-path.ts';
import { showMessage } from './show.ts';
import { showSignIn } from './show-sign-in.ts';
import { visitOf } from './visit.ts';

/**
 * Lets only those on who are signed in and may do it. Others are asked to sign in and come back; a form that was sent is not
 * lost over that. A part of a page says so in its place, because the text around it is still there.
 */
export const requireMember =
  (act: Act): RequestHandler =>
  (request, response, next) => {
    const { signedIn, isGet, isPart, isKnown, address } = visitOf(response);
    if (signedIn) return may(signedIn.member.role, act) ? next() : showMessage(response, 403, 'frame.not-allowed');
    if (isPart) return showMessage(response, 401, 'frame.session-over');
    const action = localPath(address);
    if (isGet && request.get('Sec-Fetch-Site') === 'cross-site') {
      // From a mail or another site the browser holds the cookie back, but not when the page itself asks once more.
      return showSignIn(response.set('Refresh', '0'), action === null ? {} : { next: action });
    }
    if (isGet) {
      const query = action === null || action === '/console' ? '' : `?next=${encodeURIComponent(action)}`;
      return response.redirect(303, `/console/sign-in${query}`);
    }
    if (!mayWait(request, isKnown)) return showMessage(response, 413, 'frame.too-long');
    const kept = action === null ? null : { action, fields: keptFields(formOf(request)) };
    showSignIn(response, { status: 401, kept });
  };

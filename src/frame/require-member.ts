import type { RequestHandler } from 'express';
import { type Act, may } from '../office/staff/role.ts';
import { formOf, mayWait } from './form.ts';
import { keptFields } from './kept-form.ts';
import { localPath } from './local-path.ts';
import { showMessage } from './show.ts';
import { showSignIn } from './sign-in.ts';
import { visitOf } from './visit.ts';

/**
 * Lets a request through only if its sender is signed in and has the permission. If the sender is not signed in, the
 * answer is the sign-in page. After signing in, the person returns to the requested page, with the submitted form if
 * there was one. A form that is too long to be kept until then (`mayWait`) is refused. A request for a part of a page
 * is answered with a sentence in place of the part, because the page around the part is still open.
 */
export const requireMember =
  (act: Act): RequestHandler =>
  (request, response, next) => {
    const { signedIn, isGet, isPart, isKnown, address } = visitOf(response);
    if (signedIn) return may(signedIn.member.role, act) ? next() : showMessage(response, 403, 'frame.not-allowed');
    if (isPart) return showMessage(response, 401, 'frame.session-over');
    const action = localPath(address);
    if (isGet && request.get('Sec-Fetch-Site') === 'cross-site') {
      // When somebody follows a link in an email or on another site, the browser withholds the cookie. It sends the
      // cookie when our page reloads itself.
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

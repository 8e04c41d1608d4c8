import { Router } from 'express';
import { isTooShort } from '../../office/staff/password-rules.ts';
import type { StaffDesk } from '../../office/staff/staff-desk.ts';
import type { ConsoleCookies } from '../cookies.ts';
import { fieldOf, formOf } from '../form.ts';
import { readKept } from '../kept-form.ts';
import { addressOf } from '../limit-visitors.ts';
import { localPath } from '../local-path.ts';
import { rememberBrowser } from '../open-visit.ts';
import { goTo, show } from '../show.ts';
import { showSignIn } from '../show-sign-in.ts';
import { setVisit, visitOf } from '../visit.ts';

/** `GET` and `POST /console/sign-in`. */
export function createSignInRouter(desk: StaffDesk, cookies: ConsoleCookies): Router {
  const router = Router();
  router.get('/', ({ query }, response) => {
    const next = localPath(typeof query.next === 'string' ? query.next : '') ?? '/console';
    if (visitOf(response).signedIn) return response.redirect(303, next);
    showSignIn(response, { next });
  });
  router.post('/', async (request, response) => {
    const visit = visitOf(response);
    const name = fieldOf(request, 'name');
    const next = localPath(fieldOf(request, 'next')) ?? '/console';
    const kept = readKept(formOf(request));
    const result = await desk.signIn({
      name,
      password: fieldOf(request, 'password'),
      address: addressOf(request),
      userAgent: request.get('User-Agent') ?? '',
      browser: cookies.browser.read(request),
    });
    if (result.kind === 'throttled') {
      const error = visit.t('sign-in.throttled', { seconds: result.seconds });
      return showSignIn(response.set('Retry-After', String(result.seconds)), {
        status: 429,
        name,
        error,
        next,
        kept,
      });
    }
    if (result.kind === 'refused') {
      return showSignIn(response, { status: 422, name, error: visit.t('sign-in.refused'), next, kept });
    }
    const { signedIn } = result;
    cookies.session.write(response, result.token);
    rememberBrowser(cookies, desk, request, response, signedIn);
    if (!kept && isTooShort(fieldOf(request, 'password'), signedIn.member)) {
      return goTo(response, '/account', 'account.done.now-too-short');
    }
    if (!kept) return response.redirect(303, next);
    // Shown at once: a form cannot travel through a redirect without being sent.
    setVisit(response, { ...visit, signedIn, csrfToken: signedIn.csrfToken });
    show(response, 'kept', { title: visit.t('kept.title'), kept });
  });
  return router;
}

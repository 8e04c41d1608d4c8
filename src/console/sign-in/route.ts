import { Router } from 'express';
import type { ConsoleCookies } from '../../frame/cookies.ts';
import { formOf } from '../../frame/form.ts';
import { keptView, readKept } from '../../frame/kept-form.ts';
import { addressOf } from '../../frame/limit-visitors.ts';
import { localPath } from '../../frame/local-path.ts';
import { rememberBrowser } from '../../frame/open-visit.ts';
import { readForm, secret, textLine } from '../../frame/read-form.ts';
import { goTo, show } from '../../frame/show.ts';
import { showSignIn } from '../../frame/sign-in.ts';
import { setVisit, visitOf } from '../../frame/visit.ts';
import { longestTypedName } from '../../office/staff/account.ts';
import { isTooShort } from '../../office/staff/password-rules.ts';
import { longestTyped } from '../../office/staff/passwords.ts';
import type { StaffDesk } from '../../office/staff/staff-desk.ts';
import { createLinkRouter } from './link-route.ts';

/** Maximum length of an address in characters. The server does not accept longer addresses. */
const longestAddress = 16_384;

const signInFields = {
  name: textLine(longestTypedName.name),
  password: secret(longestTyped),
};

/** Where to go after signing in. This is `/console` if `asked` is missing, too long, or refused by `localPath`. */
const nextOf = (asked: unknown): string =>
  (typeof asked === 'string' && asked.length <= longestAddress ? localPath(asked) : null) ?? '/console';

/**
 * The addresses for signing in and out, which are open to everyone: `/console/sign-in`, `/console/sign-in/<token>` and
 * `/console/sign-out`.
 */
export function createSignInRouter(desk: StaffDesk, cookies: ConsoleCookies): Router {
  const router = Router();
  router.get('/sign-in', ({ query }, response) => {
    const next = nextOf(query.next);
    if (visitOf(response).signedIn) return response.redirect(303, next);
    showSignIn(response, { next });
  });
  router.post('/sign-in', async (request, response) => {
    const visit = visitOf(response);
    const { t } = visit;
    const { typed, errors, isGood } = readForm(request, t, signInFields);
    const { name, password } = typed;
    const form = formOf(request);
    const next = nextOf(form.get('next'));
    const kept = readKept(form);
    if (!isGood) return showSignIn(response, { status: 422, name, errors, next, kept });
    const result = await desk.signIn({
      name,
      password,
      address: addressOf(request),
      userAgent: request.get('User-Agent') ?? '',
      browser: cookies.browser.read(request),
    });
    if (result.kind === 'throttled') {
      response.set('Retry-After', String(result.seconds));
      const error = t('sign-in.throttled', { seconds: result.seconds });
      return showSignIn(response, { status: 429, name, error, next, kept });
    }
    if (result.kind === 'refused') {
      return showSignIn(response, { status: 422, name, error: t('sign-in.refused'), next, kept });
    }
    const { signedIn } = result;
    cookies.session.write(response, result.token);
    rememberBrowser(cookies, desk, request, response, signedIn);
    if (!kept && isTooShort(password, signedIn.member)) {
      return goTo(response, '/account', 'account.done.now-too-short');
    }
    if (!kept) return response.redirect(303, next);
    // The kept form is shown in this answer, because a redirect would either lose the form or submit it immediately.
    setVisit(response, { ...visit, signedIn, csrfToken: signedIn.csrfToken });
    show(response, keptView, { title: t('kept.title'), kept });
  });
  router.use('/sign-in', createLinkRouter(desk, cookies));
  // The browser may request the address of the sign-out form as a page. For other forms, `showNotFound` redirects such
  // a request to the address one level higher. It cannot do this here, because it never redirects to `/console` itself.
  router.get('/sign-out', (_request, response) => response.redirect(303, '/console'));

  router.post('/sign-out', async (_request, response) => {
    const { signedIn } = visitOf(response);
    if (signedIn) await desk.signOut(signedIn);
    cookies.session.clear(response);
    response.redirect(303, '/console/sign-in');
  });
  return router;
}

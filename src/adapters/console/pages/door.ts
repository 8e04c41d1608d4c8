import { Router } from 'express';
import type { StaffDesk } from '../../../staff/staff-desk.ts';
import type { ConsoleCookies } from '../cookies.ts';
import { localPath } from '../local-path.ts';
import { isConsoleLanguage } from '../texts/texts.ts';
import { visitOf } from '../visit.ts';
import { createSignInRouter } from './sign-in.ts';
import { createSignInLinkRouter } from './sign-in-link.ts';

/** What is open to everybody: signing in and out, and the language of the pages. */
export function createDoorRouter(desk: StaffDesk, cookies: ConsoleCookies): Router {
  const router = Router();
  router.use('/sign-in', createSignInRouter(desk, cookies));
  router.use('/sign-in', createSignInLinkRouter(desk, cookies));
  router.post('/sign-out', async (_request, response) => {
    const { signedIn } = visitOf(response);
    if (signedIn) await desk.signOut(signedIn);
    cookies.session.clear(response);
    response.redirect(303, '/console/sign-in');
  });
  router.get('/language/:tag', ({ params, query }, response) => {
    if (isConsoleLanguage(params.tag)) cookies.language.write(response, params.tag);
    const next = typeof query.next === 'string' ? query.next : '';
    response.redirect(303, localPath(next) ?? signInPath(next) ?? '/console');
  });
  return router;
}

/** Somebody may choose the language before signing in as well. */
const signInPath = (next: string): string | null =>
  /^\/console\/sign-in(\/[\w-]+)?(\?[\w=%/.&-]*)?$/.test(next) ? next : null;

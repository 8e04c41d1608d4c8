import { Router } from 'express';
import type { StaffDesk } from '../../office/staff/staff-desk.ts';
import type { ConsoleCookies } from '../cookies.ts';
import { visitOf } from '../visit.ts';
import { createSignInRouter } from './sign-in.ts';
import { createSignInLinkRouter } from './sign-in-link.ts';

/** What is open to everybody: signing in and out. */
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
  return router;
}

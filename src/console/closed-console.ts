import { Router } from 'express';
import type { RandomBytes } from '../office/staff/secret-token.ts';
import { createAssetsRouter } from './assets-router.ts';
import { createCookies } from './cookies.ts';
import { openVisit } from './open-visit.ts';
import { chooseLanguage } from './pages/choose-language.ts';
import { securityHeaders } from './policy.ts';
import { showMessage } from './show.ts';

/** What staff find at `/console` while the database cannot be opened: why, and who can help. */
export function createClosedConsole(random: RandomBytes, isSecure: boolean): Router {
  const cookies = createCookies(isSecure);
  const router = Router();
  router.use(securityHeaders(isSecure));
  router.use('/assets', createAssetsRouter());
  router.use(openVisit(cookies, random, [], () => []));
  router.get('/language/:tag', chooseLanguage(cookies));
  router.use((_request, response) => showMessage(response, 503, 'frame.closed'));
  return router;
}

import { Router } from 'express';
import { createAssetsRouter } from '../frame/assets-router.ts';
import { createCookies } from '../frame/cookies.ts';
import { chooseLanguage, openVisit } from '../frame/open-visit.ts';
import { securityHeaders } from '../frame/security-headers.ts';
import { showMessage } from '../frame/show.ts';
import type { RandomBytes } from '../office/staff/secret-token.ts';
import { hasText, translator } from './translator.ts';

/** What staff see at `/console` while the database cannot be opened: the reason, and who can help. */
export function createClosedConsole(random: RandomBytes, isSecure: boolean): Router {
  const cookies = createCookies(isSecure);
  const router = Router();
  router.use(securityHeaders(isSecure));
  router.use('/assets', createAssetsRouter());
  const nothingMore = { pages: [], banners: () => [], hasPhonePage: false };
  router.use(openVisit({ cookies, random, translator, hasText, ...nothingMore }));
  router.get('/language/:tag', chooseLanguage(cookies));
  router.use((_request, response) => showMessage(response, 503, 'frame.closed'));
  return router;
}

import { type RequestHandler, Router } from 'express';
import type { RandomBytes } from '../../staff/secret-token.ts';
import { createAssetsRouter } from './assets-router.ts';
import { createCookies } from './cookies.ts';
import { openVisit } from './open-visit.ts';
import { securityHeaders } from './policy.ts';
import { show } from './show.ts';
import { consoleLanguages, translator } from './texts/texts.ts';
import { setVisit, visitOf } from './visit.ts';

/**
 * What staff find at `/console` while the database cannot be opened: why, and who can help. In both languages, because
 * nobody can choose one.
 */
export function createClosedConsole(random: RandomBytes, publicUrl: string | null): Router {
  const isSecure = publicUrl?.startsWith('https:') ?? false;
  const router = Router();
  router.use(securityHeaders(isSecure));
  router.use('/assets', createAssetsRouter());
  router.use(openVisit(createCookies(isSecure), random, [], () => []));
  router.use(tellClosed);
  return router;
}

const tellClosed: RequestHandler = (_request, response) => {
  const visit = visitOf(response);
  // Without the link to the other language, which leads to a page that is closed as well.
  setVisit(response, { ...visit, isGet: false });
  const texts = consoleLanguages.map((language) => ({ language, text: translator(language)('frame.closed') }));
  show(response.set('Retry-After', '300'), 'closed', { status: 503, title: visit.t('frame.closed-title'), texts });
};

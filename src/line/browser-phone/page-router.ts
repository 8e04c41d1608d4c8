import { join } from 'node:path';
import { Router } from 'express';

/** Revalidated on every visit: the page and its scripts change together, and a mixture of two versions must not meet. */
const fromPage = {
  root: join(import.meta.dirname, 'page'),
  headers: { 'Cache-Control': 'no-cache' },
};

/** Only what a browser asks for: type declarations and settings for editors lie in the same folder. */
const asset = /^\/phone\/assets\/([a-z-]+\.(?:js|css))$/;

/**
 * The browser phone: `GET /phone` is the page, `/phone/assets/…` its scripts and style. All of it is static, with an ETag,
 * and needs neither inline scripts nor inline styles. A name that does not exist goes on to the application's error handler
 * as a 404.
 */
export function createPhonePageRouter(): Router {
  const router = Router();
  router.get('/phone', (_request, response) => {
    response.sendFile('phone.html', fromPage);
  });
  router.get(asset, (request, response) => {
    response.sendFile(String(request.params[0]), fromPage);
  });
  return router;
}

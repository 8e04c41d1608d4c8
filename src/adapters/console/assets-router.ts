import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type ErrorRequestHandler, Router } from 'express';

const require = createRequire(import.meta.url);

/** Files of packages, under the names that pages use. */
const vendor: Readonly<Record<string, string>> = {
  'tokens.css': '@digital-go-jp/design-tokens/dist/tokens.css',
  'htmx.min.js': 'htmx.org/dist/htmx.min.js',
};

/** Revalidated on every visit: pages and what they load change together. */
const headers = { 'Cache-Control': 'no-cache' };
const own = { root: join(import.meta.dirname, 'assets'), headers };

/** A browser that asks for a file has no use for a page. */
const noSuchFile: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(404).type('text/plain').send('There is no such file.');
};

/** `GET /console/assets/<name>`: styles, scripts and the icon. */
export function createAssetsRouter(): Router {
  const router = Router();
  for (const [name, file] of Object.entries(vendor)) {
    router.get(`/${name}`, (_request, response) => response.sendFile(require.resolve(file), { headers }));
  }
  router.get(/^\/([a-z][a-z-]*\.(?:css|js|svg))$/, (request, response) => {
    response.sendFile(String(request.params[0]), own);
  });
  router.use(noSuchFile);
  return router;
}

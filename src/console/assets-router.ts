import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type ErrorRequestHandler, Router } from 'express';

const require = createRequire(import.meta.url);

/** Files of packages, under the names that pages use. */
const vendor: ReadonlyMap<string, string> = new Map([
  ['tokens.css', require.resolve('@digital-go-jp/design-tokens/dist/tokens.css')],
  ['htmx.min.js', require.resolve('htmx.org/dist/htmx.min.js')],
]);

const root = join(import.meta.dirname, 'assets');

/** Changes whenever any of the files does. */
const fingerprint = [...vendor.values(), ...readdirSync(root).map((name) => join(root, name))]
  .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256'))
  .digest('hex')
  .slice(0, 16);

/**
 * Where pages find their styles and scripts. The address changes with them, so that a browser asks for each once, and never
 * shows a page with the styles of another version.
 */
export const assetsAt = `/console/assets/${fingerprint}`;

const kept = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const askedAnew = { 'Cache-Control': 'no-cache' };

/** A browser that asks for a file has no use for a page. */
const noSuchFile: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(404).type('text/plain').send('There is no such file.');
};

/**
 * `GET /console/assets/<fingerprint>/<name>`: styles, scripts and the icon. A page of an earlier version, still open somewhere,
 * gets the files of now.
 */
export function createAssetsRouter(): Router {
  const router = Router();
  router.get(/^\/([0-9a-f]{16})\/([a-z][a-z-]*(?:\.min)?\.(?:css|js|svg))$/, ({ params }, response) => {
    const name = String(params[1]);
    const headers = params[0] === fingerprint ? kept : askedAnew;
    const file = vendor.get(name);
    if (file === undefined) response.sendFile(name, { root, headers });
    else response.sendFile(file, { headers });
  });
  router.use(noSuchFile);
  return router;
}

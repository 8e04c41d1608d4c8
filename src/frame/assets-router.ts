import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type ErrorRequestHandler, Router } from 'express';

const require = createRequire(import.meta.url);

/** Files from packages, and a script that the browser phone uses too, by the names that pages use. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['tokens.css', require.resolve('@digital-go-jp/design-tokens/dist/tokens.css')],
  ['htmx.min.js', require.resolve('htmx.org/dist/htmx.min.js')],
  ['cue-points.js', join(import.meta.dirname, '../sound/cue-points.js')],
]);

/** The folders of the frame and of the console's pages, which contain styles and scripts beside the code. */
const roots = [import.meta.dirname, join(import.meta.dirname, '../console')];

/** The path of every file. Addresses have no folders, so names must be unique. */
const files: ReadonlyMap<string, string> = new Map([
  ...elsewhere,
  ...roots
    .flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }))
    .filter(({ name }) => /\.(?:css|js|svg)$/.test(name))
    .map(({ name, parentPath }): [string, string] => [name, join(parentPath, name)]),
]);

/** A fingerprint of all files, which changes whenever any of the files changes. */
const fingerprint = [...files.values()]
  .toSorted()
  .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256'))
  .digest('hex')
  .slice(0, 16);

/** The styles of the frame, by the names of their files. A page loads them before the styles of the pages. */
export const frameStyles = ['tokens', 'base', 'frame', 'menu', 'forms', 'components', 'table', 'print'];

/**
 * The address of styles and scripts. The address changes when any of these files changes. So a browser requests each
 * version of a file only once, and never shows a new page with the styles of an earlier version.
 */
export const assetsAt = `/console/assets/${fingerprint}`;

const immutable = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const revalidated = { 'Cache-Control': 'no-cache' };

/** Answers in plain text, because a browser that requests a file cannot show a page. */
const noSuchFile: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(404).type('text/plain').send('There is no such file.');
};

/**
 * `GET /console/assets/<fingerprint>/<name>`: styles, scripts and the icon. A page of an earlier version that is still
 * open gets the current files.
 */
export function createAssetsRouter(): Router {
  const router = Router();
  router.get(/^\/([0-9a-f]{16})\/([a-z][a-z-]*(?:\.min)?\.(?:css|js|svg))$/, ({ params }, response, next) => {
    const name = String(params[1]);
    const headers = params[0] === fingerprint ? immutable : revalidated;
    const file = files.get(name);
    if (file === undefined) next();
    // Without `root`, a folder whose name begins with a dot, anywhere in the path, would cause a 404.
    else response.sendFile(basename(file), { root: dirname(file), headers });
  });
  router.use((_request, _response, next) => next(new Error('There is no such file.')));
  router.use(noSuchFile);
  return router;
}

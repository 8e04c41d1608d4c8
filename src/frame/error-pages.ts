import type { ErrorRequestHandler, RequestHandler } from 'express';
import { isBrokenOff, messageOf, statusOf } from '../common/errors.ts';
import { StorageError } from '../common/storage-error.ts';
import { localPath } from './local-path.ts';
import { showMessage } from './show.ts';

/**
 * Refuses NUL characters in an address, and in a form without files: no keyboard types them, and databases can neither store nor
 * look them up.
 */
export const refuseNul: RequestHandler = (request, response, next) => {
  const body = typeof request.body === 'string' ? request.body : '';
  if (/%00|\0/.test(`${request.url} ${body}`)) return showMessage(response, 400, 'frame.unreadable');
  next();
};

/** The last handler: answers that there is nothing at the address. */
export const showNotFound: RequestHandler = (_request, response) => showMessage(response, 404, 'frame.missing');

/**
 * Answers any error with a page of one sentence and a link onwards, unless an answer has begun or the browser has gone. The page
 * shows the error's own message only if the database or the prompts folder is the trouble.
 */
export const showError =
  (report: (error: unknown) => void): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent || isBrokenOff(error, request.socket.destroyed)) return next(error);
    const storage = error instanceof StorageError ? error.kind : null;
    if (storage === 'busy' || storage === 'full') {
      report(error);
      return showMessage(response, 503, `frame.database-${storage}`, { detail: messageOf(error), back: back(request) });
    }
    if (isFolderError(error)) {
      report(error);
      return showMessage(response, 503, 'frame.folder', { detail: messageOf(error), back: back(request) });
    }
    const status = statusOf(error);
    if (status === 413) return showMessage(response, 413, 'frame.too-long', { back: back(request) });
    if (status === 429) return showMessage(response, 429, 'frame.too-many', { back: back(request) });
    if (status < 500) {
      return showMessage(response, status, status === 404 ? 'frame.missing' : 'frame.unreadable', {
        back: back(request),
      });
    }
    report(error);
    showMessage(response, 500, 'frame.broken', { back: back(request) });
  };

/** Whether the prompts folder cannot be read. While that folder is the draft, every page with texts reads it. */
const isFolderError = (error: unknown): boolean =>
  error instanceof Error && ['PromptsError', 'NoPromptFolderError'].includes(error.name);

/** The page that the request came from, if the browser says so; otherwise the overview. */
function back(request: Parameters<RequestHandler>[0]): string {
  const from = URL.parse(request.get('Referer') ?? '');
  return (from && localPath(from.pathname + from.search)) ?? '/console';
}

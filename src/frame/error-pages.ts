import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { isBrokenOff, statusOf } from '../common/errors.ts';
import { explanationOf } from '../common/explained-error.ts';
import { StorageError, type StorageErrorKind } from '../common/storage-error.ts';
import { localPath } from './local-path.ts';
import { type MessageKey, showMessage } from './show.ts';
import { visitOf } from './visit.ts';

/**
 * Refuses NUL characters in an address, and in a form without files: no keyboard types them, and the database
 * (`toBindable`) accepts no text with them.
 */
export const refuseNul: RequestHandler = (request, response, next) => {
  const body = typeof request.body === 'string' ? request.body : '';
  if (/%00|\0/.test(`${request.url} ${body}`)) return showMessage(response, 400, 'frame.unreadable');
  next();
};

/**
 * The last handler. If no page has the address of a GET request, the address is probably that of a form, which a
 * browser has opened again, for example from its history. So the browser is redirected to the address one level above,
 * unless that is `/console` itself. In all other cases, the answer says that there is nothing at this address.
 */
export const showNotFound: RequestHandler = (request, response) => {
  const [path = ''] = request.originalUrl.split('?');
  const above = path.replace(/\/[^/]*\/?$/, '');
  const isOfForm = request.method === 'GET' && request.route === undefined && above.lastIndexOf('/') > 0;
  if (isOfForm) return response.redirect(303, above);
  showMessage(response, 404, 'frame.missing');
};

/** The pages for those problems of the database that the people who run the service can solve. */
const storagePages: Readonly<Partial<Record<StorageErrorKind, MessageKey>>> = {
  busy: 'frame.database-busy',
  full: 'frame.database-full',
  unusable: 'frame.database-unusable',
};

/**
 * Answers any error with a page of one sentence and a link, unless an answer has begun or the browser has gone. The
 * page shows the explanation of the error only if the database or the prompts folder cannot be used.
 */
export const showError =
  (report: (error: unknown) => void): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent || isBrokenOff(error, request.socket.destroyed)) return next(error);
    const key = error instanceof StorageError ? storagePages[error.kind] : undefined;
    if (key) {
      report(error);
      return showMessage(response, 503, key, { detail: detailOf(error, response), back: back(request) });
    }
    if (isFolderError(error)) {
      report(error);
      return showMessage(response, 503, 'frame.folder', { detail: detailOf(error, response), back: back(request) });
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

const detailOf = (error: unknown, response: Response): string => explanationOf(error)[visitOf(response).language];

/**
 * Whether the prompts folder cannot be read. While that folder is the draft, every page with texts reads it. The errors
 * are recognised by name, because the frame may not import the rooms that define them.
 */
const isFolderError = (error: unknown): boolean =>
  error instanceof Error && ['PromptsError', 'PromptFolderError'].includes(error.name);

/** The page that the request came from, if the browser says so; otherwise the overview. */
function back(request: Parameters<RequestHandler>[0]): string {
  const from = URL.parse(request.get('Referer') ?? '');
  return (from && localPath(from.pathname + from.search)) ?? '/console';
}

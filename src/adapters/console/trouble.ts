import type { ErrorRequestHandler, RequestHandler } from 'express';
import { isBrokenOff, messageOf, statusOf } from '../../errors.ts';
import { localPath } from './local-path.ts';
import { showMessage } from './show.ts';

/** The last page: nothing is at the address. */
export const nothingHere: RequestHandler = (_request, response) => showMessage(response, 404, 'frame.missing');

/** Whatever broke becomes a page with one sentence and a way on, and says nothing of the inside. */
export const showTrouble =
  (report: (error: unknown) => void): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent || isBrokenOff(error, request.socket.destroyed)) return next(error);
    const trouble = databaseTroubleOf(error);
    if (trouble === 'busy' || trouble === 'full') {
      report(error);
      return showMessage(response, 503, `frame.database-${trouble}`, { detail: messageOf(error), back: back(request) });
    }
    const status = statusOf(error);
    if (status === 413) return showMessage(response, 413, 'frame.too-long', { back: back(request) });
    if (status < 500) return showMessage(response, status, status === 404 ? 'frame.missing' : 'frame.unreadable');
    report(error);
    showMessage(response, 500, 'frame.broken', { back: back(request) });
  };

/** Told by its name: adapters do not know each other's classes. */
function databaseTroubleOf(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'DatabaseError') return null;
  return Reflect.get(error, 'kind');
}

/** The page from which it was sent, as far as the browser tells. */
function back(request: Parameters<RequestHandler>[0]): string {
  const from = URL.parse(request.get('Referer') ?? '');
  return (from && localPath(from.pathname + from.search)) ?? '/console';
}

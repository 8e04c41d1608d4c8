import type { ErrorRequestHandler, RequestHandler } from 'express';
import { isBrokenOff, messageOf, statusOf } from '../common/errors.ts';
import { StorageError } from '../common/storage-error.ts';
import { localPath } from './local-path.ts';
import { showMessage } from './show.ts';

/** The last page: nothing is at the address. */
export const nothingHere: RequestHandler = (_request, response) => showMessage(response, 404, 'frame.missing');

/** Whatever broke becomes a page with one sentence and a way on, and says nothing of the inside. */
export const showTrouble =
  (report: (error: unknown) => void): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent || isBrokenOff(error, request.socket.destroyed)) return next(error);
    const trouble = error instanceof StorageError ? error.kind : null;
    if (trouble === 'busy' || trouble === 'full') {
      report(error);
      return showMessage(response, 503, `frame.database-${trouble}`, { detail: messageOf(error), back: back(request) });
    }
    if (isFolderTrouble(error)) {
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

/** While the prompts folder is the draft, every page with texts needs it. */
const isFolderTrouble = (error: unknown): boolean =>
  error instanceof Error && ['PromptsError', 'NoPromptFolderError'].includes(error.name);

/** The page from which it was sent, as far as the browser tells. */
function back(request: Parameters<RequestHandler>[0]): string {
  const from = URL.parse(request.get('Referer') ?? '');
  return (from && localPath(from.pathname + from.search)) ?? '/console';
}

import type { RequestHandler } from 'express';
import { showMessage } from './show.ts';

/** No keyboard types a NUL, and databases neither keep nor look for one: it is refused wherever it stands. */
export const refuseNul: RequestHandler = (request, response, next) => {
  const body = typeof request.body === 'string' ? request.body : '';
  if (/%00|\0/.test(`${request.url} ${body}`)) return showMessage(response, 400, 'frame.unreadable');
  next();
};

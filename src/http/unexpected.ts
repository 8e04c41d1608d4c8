import type { ErrorRequestHandler } from 'express';
import { isSendersFault, statusOf } from '../common/errors.ts';

/**
 * The last word: a fixed sentence, nothing of the inside.
 * @param report told of what was no fault of the sender
 */
export function unexpected(report: (error: unknown) => void): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const isTheirs = isSendersFault(error, request.socket.destroyed);
    if (!isTheirs) report(error);
    // Express would write it to the console.
    if (response.headersSent) return void request.socket.destroy();
    if (isTheirs) {
      const status = statusOf(error);
      response
        .status(status < 500 ? status : 400)
        .type('text/plain')
        .send('There is nothing at this address.');
      return;
    }
    response.status(500).type('text/plain').send('Something went wrong on our side; please try again.');
  };
}

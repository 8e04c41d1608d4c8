import type { ErrorRequestHandler } from 'express';
import { isSendersFault, statusOf } from '../common/errors.ts';

/**
 * The final error handler: responds with a fixed sentence for each kind of error, which reveals nothing internal. If a
 * response has begun already, the connection is closed instead.
 * @param report called with errors that are not the sender's fault
 */
export function createErrorHandler(report: (error: unknown) => void): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const isTheirs = isSendersFault(error, request.socket.destroyed);
    if (!isTheirs) report(error);
    // The error is not passed on to Express, which would print it to the console.
    if (response.headersSent) return void request.socket.destroy();
    if (isTheirs) {
      const status = statusOf(error);
      response
        .status(status < 500 ? status : 400)
        .type('text/plain')
        .send(status === 404 ? 'There is nothing at this address.' : 'This request cannot be answered as it was sent.');
      return;
    }
    response.status(500).type('text/plain').send('Something went wrong on our side; please try again.');
  };
}

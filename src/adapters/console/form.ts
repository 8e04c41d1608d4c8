import express, { type Request, type RequestHandler } from 'express';

const type = 'application/x-www-form-urlencoded';

/** Signing in may carry a whole form that was sent when the session was over. */
const readWithKept = express.text({ type, limit: '220kb' });

/** Many times the longest text of a line. */
const readPlain = express.text({ type, limit: '200kb' });

/** Reads forms; one that is too long becomes an error with the status 413. */
export const readForms: RequestHandler = (request, response, next) =>
  (request.path === '/sign-in' ? readWithKept : readPlain)(request, response, next);

/** What was sent; empty for a request without a form. */
export const formOf = ({ body }: Request): URLSearchParams => new URLSearchParams(typeof body === 'string' ? body : '');

/** One field of what was sent; empty when it is missing. */
export const fieldOf = (request: Request, name: string): string => formOf(request).get(name) ?? '';

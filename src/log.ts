import { type Logger, pino } from 'pino';

/** What never reaches the log, wherever somebody puts it: requests, bodies, callers' numbers and keys, secrets. */
export const redaction = {
  paths: ['req', 'request', 'body', '*.body', '*.From', '*.To', '*.Digits', '*.authTokens'],
  remove: true,
};

/**
 * The log: JSON, one line per event, no caller in it. Whatever could hold a number, a key or a secret is cut out even
 * where somebody logs a whole request.
 */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    redact: redaction,
  });

import { type Logger, pino } from 'pino';
import { codeOf, messageOf } from './errors.ts';

/** What never reaches the log, wherever somebody puts it: requests, bodies, callers' numbers and keys, secrets. */
export const redaction = {
  paths: ['req', 'request', 'body', '*.body', '*.From', '*.To', '*.Digits', '*.authTokens'],
  remove: true,
};

/** Characters of a message and of a stack, and errors behind an error. */
export const loggedError = { message: 2000, stack: 6000, causes: 4 } as const;

/** What the log keeps of an error. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/**
 * An error as it is logged: these fields and no other. Errors carry whatever their makers hung on them: Node's HTTP parser
 * the bytes of a caller's webhook, parsers of bodies the body, clients of services their whole request.
 */
export function toLoggedError(error: unknown, causes: number = loggedError.causes): LoggedError {
  const { name, stack, cause } = Object(error) as Partial<Error>;
  const code = codeOf(error);
  return {
    type: typeof name === 'string' ? name.slice(0, 100) : typeof error,
    message: messageOf(error).slice(0, loggedError.message),
    ...(code !== undefined && { code: code.slice(0, 100) }),
    ...(typeof stack === 'string' && { stack: stack.slice(0, loggedError.stack) }),
    ...(cause !== undefined && causes > 0 && { cause: toLoggedError(cause, causes - 1) }),
  };
}

/** An error is told by what it is and not by the name under which it is logged; `err` also holds what is thrown instead. */
const shorten = (line: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(line).map(([name, value]) => [
      name,
      name === 'err' || Error.isError(value) ? toLoggedError(value) : value,
    ]),
  );

/** How everything is logged; for `pino`. */
export const logOptions = {
  base: null,
  redact: redaction,
  formatters: { log: shorten },
  // Pino's own would look at the error once more.
  serializers: { err: (error: unknown) => error },
};

/**
 * The log: JSON, one line per event, no caller in it. Whatever could hold a number, a key or a secret is cut out even
 * where somebody logs a whole request.
 */
export const createLog = (level: string): Logger => pino({ level, ...logOptions });

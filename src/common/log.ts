import { type Logger, pino } from 'pino';
import { codeOf, messageOf } from './errors.ts';

/**
 * Fields that are never logged, at any depth: requests, bodies, secrets, and what Twilio's webhooks say about a call, such
 * as its id, the numbers, the keys, and the caller's name and place.
 */
const neverLogged: ReadonlySet<string> = new Set([
  ...['req', 'request', 'body', 'authTokens'],
  ...['CallSid', 'ParentCallSid', 'DialCallSid', 'CallToken', 'From', 'To', 'Caller', 'Called', 'ForwardedFrom'],
  ...['CallerName', 'Digits', 'StirVerstat'],
  ...['From', 'Caller'].flatMap((who) => ['City', 'State', 'Zip', 'Country'].map((what) => `${who}${what}`)),
]);

/** The depth down to which fields are looked at. What lies deeper is not logged. */
const deepest = 6;

/** Maximum characters of a message and of a stack, and maximum number of nested causes. */
export const loggedError = { message: 2000, stack: 6000, causes: 4 } as const;

/** The fields of an error that are logged. */
interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/**
 * Returns only those fields of an error that may be logged. Libraries attach confidential data to their errors: Node's
 * HTTP parser attaches the bytes of a caller's webhook, body parsers attach the body, and service clients attach their
 * whole request.
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

/**
 * The fields of a log line that may be logged. Errors are replaced by what may be logged of them. They are recognised by
 * their type, whatever the field's name. The field `err` is always replaced, because it may contain a thrown value that
 * is not an error.
 */
function loggable(fields: object, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !neverLogged.has(name))
      .map(([name, value]) => [
        name,
        name === 'err' && depth === 0 ? toLoggedError(value) : loggableValue(value, depth),
      ]),
  );
}

function loggableValue(value: unknown, depth: number): unknown {
  if (Error.isError(value)) return toLoggedError(value);
  if (typeof value !== 'object' || value === null || typeof Object(value).toJSON === 'function') return value;
  if (depth >= deepest) return undefined;
  return Array.isArray(value) ? value.map((each) => loggableValue(each, depth + 1)) : loggable(value, depth + 1);
}

/** Options for `pino`, for all logging. */
export const logOptions = {
  base: null,
  formatters: { log: (line: Record<string, unknown>) => loggable(line) },
  // Pino's own serializer would process the error again.
  serializers: { err: (error: unknown) => error },
};

/**
 * The log: JSON, one line per event, without callers' data. The fields named in `neverLogged` are removed, even
 * if a whole request is logged.
 */
export const createLog = (level: string): Logger => pino({ level, ...logOptions });

/**
 * A message without the numbers that write-file-atomic appends to the names of its temporary files. They are different
 * each time the same problem is noticed.
 */
export const lastingPart = (message: string): string => message.replaceAll(/\.\d{6,}/g, '');

/**
 * Logs a lasting problem when it begins or when its reason changes, but not each time it is noticed.
 * @returns a function to call with the reason each time, and with null when all is well again
 */
export function createTroubleLog(log: Pick<Logger, 'error'>, message: string): (why: string | null) => void {
  let told: string | null = null;
  return (why) => {
    const lasting = why === null ? null : lastingPart(why);
    if (lasting !== null && lasting !== told) log.error({ why }, message);
    told = lasting;
  };
}

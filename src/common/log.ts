import { type Logger, pino } from 'pino';
import { codeOf, messageOf } from './errors.ts';

/** What Twilio's webhooks say about a call: its id, the numbers, the keys, and the caller's name and place. */
const callFields = [
  ...['CallSid', 'From', 'To', 'Caller', 'Called', 'CallerName', 'Digits'],
  ...['From', 'Caller'].flatMap((who) => ['City', 'State', 'Zip', 'Country'].map((what) => `${who}${what}`)),
];

/**
 * Fields that are never logged: requests, bodies, callers' data, and secrets. `*` stands for any field of a log line.
 */
const redaction = {
  paths: ['req', 'request', 'body', '*.body', ...callFields.map((name) => `*.${name}`), '*.authTokens'],
  remove: true,
};

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
 * Replaces the errors among the fields of a log line by what may be logged of them. Errors are recognised by their
 * type, whatever the field's name. The field `err` is always replaced, because it may contain a thrown value that is
 * not an error.
 */
const shorten = (line: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(line).map(([name, value]) => [
      name,
      name === 'err' || Error.isError(value) ? toLoggedError(value) : value,
    ]),
  );

/** Options for `pino`, for all logging. */
export const logOptions = {
  base: null,
  redact: redaction,
  formatters: { log: shorten },
  // Pino's own serializer would process the error again.
  serializers: { err: (error: unknown) => error },
};

/**
 * The log: JSON, one line per event, without callers' data. The fields named in `redaction` are removed, even if a
 * whole request is logged.
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

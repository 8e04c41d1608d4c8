/**
 * Returns a field of an error. `instanceof` is not used, because it fails for errors of Node's core from another realm.
 */
const fieldOf = (error: unknown, field: 'code' | 'status' | 'message'): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, field) : undefined;

/** The code of an error, such as `ENOENT` of the system; undefined if it has no code, or if the code is not text. */
export const codeOf = (error: unknown): string | undefined => {
  const code = fieldOf(error, 'code');
  return typeof code === 'string' ? code : undefined;
};

/**
 * The HTTP status for an error: the error's own status if it is 400 to 499 (the request is at fault), otherwise 500.
 */
export const statusOf = (error: unknown): number => {
  const status = Number(fieldOf(error, 'status'));
  return status >= 400 && status < 500 ? status : 500;
};

/** The message of an error; any other thrown value as a string. */
export const messageOf = (error: unknown): string => {
  const message = fieldOf(error, 'message');
  return typeof message === 'string' ? message : String(error);
};

/** Codes of errors of Node's HTTP parser. The errors carry the bytes that were received, which may be confidential. */
const unreadable = /^HPE_/;

const hangUps = new Set(['ECONNABORTED', 'ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED']);

/**
 * Whether a request or its response failed because of the other side: it sent bytes that are not a request, or hung up.
 * @param isGone whether the sender's connection is closed. If it is not, the broken connection may be one of ours to
 * another host
 */
export const isBrokenOff = (error: unknown, isGone: boolean): boolean => {
  const code = codeOf(error) ?? '';
  return unreadable.test(code) || (isGone && hangUps.has(code));
};

/**
 * Whether a request failed through the fault of its sender, so that the error is not logged. Examples: an address that
 * cannot be decoded, a body that is too long, an aborted upload or download.
 */
export const isSendersFault = (error: unknown, isGone: boolean): boolean =>
  statusOf(error) < 500 || isBrokenOff(error, isGone);

/** A field of an error; `instanceof` would not see errors of Node's core when they come from another realm. */
const fieldOf = (error: unknown, field: 'code' | 'status' | 'message'): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, field) : undefined;

/** The code of a system error, such as `ENOENT`; undefined for anything else. */
export const codeOf = (error: unknown): string | undefined => {
  const code = fieldOf(error, 'code');
  return typeof code === 'string' ? code : undefined;
};

/** The HTTP status an error carries: 400 to 499 when it is the request's fault, else 500. */
export const statusOf = (error: unknown): number => {
  const status = Number(fieldOf(error, 'status'));
  return status >= 400 && status < 500 ? status : 500;
};

/** What an error says about itself. */
export const messageOf = (error: unknown): string => {
  const message = fieldOf(error, 'message');
  return typeof message === 'string' ? message : String(error);
};

/** Node's HTTP parser could not read what was sent: its error carries the bytes, whoever's they are. */
const unreadable = /^HPE_/;

const hangUps = new Set(['ECONNABORTED', 'ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED']);

/**
 * Whether a request or its answer came to nothing because the other side broke it: sent bytes that are no request, or hung up.
 * @param isGone the sender's connection is closed; without it a broken connection may be one of our own to somewhere else
 */
export const isBrokenOff = (error: unknown, isGone: boolean): boolean => {
  const code = codeOf(error) ?? '';
  return unreadable.test(code) || (isGone && hangUps.has(code));
};

/**
 * Whether an error of a request is its sender's doing and so no word in our log: an address that cannot be decoded, a body
 * that is too long, an upload or a download that was broken off.
 */
export const isSendersFault = (error: unknown, isGone: boolean): boolean =>
  statusOf(error) < 500 || isBrokenOff(error, isGone);

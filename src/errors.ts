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

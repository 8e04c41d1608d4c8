import { html as write } from 'hono/html';

/** HTML in which all text is escaped. Only `html` creates it. */
export type Html = string & { readonly isEscaped: true };

/** What can be inserted into HTML: text and numbers, which are escaped, and other HTML or a list of HTML. */
export type Piece = string | number | Html | readonly Html[];

/**
 * HTML with pieces inserted, each escaped unless it is HTML itself. Anything that is not a piece, such as a promise,
 * `false` or an object, does not compile. Attributes must be in double quotes.
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const written = write(strings, ...pieces);
  // Hono returns a promise only if a piece is one.
  if (written instanceof Promise) throw new TypeError('A promise cannot be written into a page.');
  return written as Html;
}

/** Empty HTML. */
export const nothing: Html = html``;

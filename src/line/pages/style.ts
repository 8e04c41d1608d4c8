import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The address of the pages' style. Its first part is too long for a language tag, so it is not the address of a
 * language.
 */
export const styleAddress = '/pages/residents.css';

/** The style of all public pages. Its parts are joined, so that a reader's browser makes one request. */
export const style = ['type', 'frame', 'parts', 'print']
  .map((name) => readFileSync(join(import.meta.dirname, 'page', `${name}.css`), 'utf8'))
  .join('\n');

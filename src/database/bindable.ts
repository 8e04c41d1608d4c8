import { types } from 'node:util';
import { StorageError } from '../common/storage-error.ts';

/** What may stand for a `?` in a statement, on SQLite and on PostgreSQL alike. */
export type Bindable = string | number | bigint | null | Uint8Array;

/**
 * Lets through what both databases store as it is. The first of several objects would be read by `node:sqlite` as named
 * parameters, which shifts all values silently; booleans it refuses with a message that names no place; NaN it stores as
 * null; text with a NUL PostgreSQL refuses.
 * @throws StorageError (`misused`) naming the place of the value, never the value
 */
export const toBindable = (parameters: readonly unknown[]): Bindable[] =>
  parameters.map((parameter, index) => {
    if (parameter === null || typeof parameter === 'bigint') return parameter;
    if (typeof parameter === 'string' && !parameter.includes('\0')) return parameter;
    if (typeof parameter === 'number' && Number.isFinite(parameter)) return parameter;
    // A copy: a small Buffer is a window on a shared pool, all of which would cross to the other thread.
    if (types.isUint8Array(parameter)) return new Uint8Array(parameter);
    throw new StorageError(
      'misused',
      `Value ${index + 1} of the statement is ${describe(parameter)}; only text without NUL, finite numbers, bytes and null ` +
        'can be stored: write times as ISO text, yes and no as 1 and 0, and anything else as JSON.',
    );
  });

function describe(value: unknown): string {
  if (typeof value === 'object' && value !== null) return `an object (${Object.prototype.toString.call(value)})`;
  if (typeof value === 'string') return 'text with a NUL';
  return typeof value === 'number' ? 'no finite number' : `of type ${typeof value}`;
}

import { types } from 'node:util';
import { StorageError } from '../common/storage-error.ts';

/** A value that can be bound to a parameter, on SQLite and on PostgreSQL alike. */
export type Bindable = string | number | bigint | null | Uint8Array;

/**
 * Accepts only values that SQLite and PostgreSQL both store unchanged. `node:sqlite` treats an object in the first
 * place as named parameters, which silently shifts all values. It rejects booleans without saying which value is wrong,
 * and it stores NaN as null. PostgreSQL rejects text with a NUL character.
 * @throws StorageError (`misused`) with the position of the wrong value, but never the value itself
 */
export const toBindable = (parameters: readonly unknown[]): Bindable[] =>
  parameters.map((parameter, index) => {
    if (parameter === null || typeof parameter === 'bigint') return parameter;
    if (typeof parameter === 'string' && !parameter.includes('\0')) return parameter;
    if (typeof parameter === 'number' && Number.isFinite(parameter)) return parameter;
    // The bytes are copied, because their buffer is transferred to the other thread and is then lost here. The caller
    // may still need the bytes. Also, a small Buffer is a view of a pool that other code uses too.
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
  return typeof value === 'number' ? 'a number that is not finite' : `of type ${typeof value}`;
}

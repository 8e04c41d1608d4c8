import { messageOf } from '../common/errors.ts';
import { StorageError, type StorageErrorKind } from '../common/storage-error.ts';

/**
 * The parts of an error that are sent to another thread. The class and the fields of an error object would be lost on the way.
 */
export interface ErrorParts {
  readonly message: string;
  readonly code?: string;
  readonly errcode?: number;
}

/** Prepares an error for sending to another thread. */
export function toErrorParts(error: unknown): ErrorParts {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const [code, errcode] = [field('code'), field('errcode')];
  return {
    message: messageOf(error),
    ...(typeof code === 'string' && { code }),
    ...(typeof errcode === 'number' && { errcode }),
  };
}

const damaged: readonly [StorageErrorKind, string] = [
  'unusable',
  'The database file is damaged. Stop the service and put the last backup in its place.',
];
const forbidden: readonly [StorageErrorKind, string] = [
  'unusable',
  'The database file cannot be opened or written. Check that DATA_DIR belongs to the account that runs the service.',
];

/** What went wrong, and what the operator can do about it, by SQLite's primary result code. */
const troubles: Readonly<Record<number, readonly [StorageErrorKind, string]>> = {
  3: forbidden,
  5: [
    'busy',
    'Another program holds the database and did not let go of it within 5 seconds, so nothing was changed. Try again; ' +
      'if this continues, look for a backup or another program that has kotozute.db open.',
  ],
  8: forbidden,
  10: ['unusable', 'The disk that holds DATA_DIR reports an error, so nothing was changed. Check the disk.'],
  11: damaged,
  13: ['full', 'The disk is full, so nothing was changed. Make room on the disk that holds DATA_DIR and try again.'],
  14: forbidden,
  19: ['refused', 'The database refused a change that would violate a constraint.'],
  26: damaged,
};

/** Recreates an error on the receiving side, with a message for the operator. */
export function toStorageError({ message, code, errcode }: ErrorParts): StorageError {
  const known = troubles[(errcode ?? 0) & 0xff];
  const text = known ? `${known[1]} (${message})` : message;
  return new StorageError(known?.[0] ?? 'other', text, {
    ...(code !== undefined && { code }),
    ...(errcode !== undefined && { errcode }),
  });
}

/**
 * What went wrong, as far as somebody can do something about it: `busy` another program holds the database; `full` no room
 * on the disk; `refused` the rows break a rule of a table; `lost` the thread ended, so it is unknown what the last statement
 * did; `closed` asked after the end; `misused` a fault of the program; `too-new` written by a later version; `unusable` the file.
 */
export type StorageTrouble =
  | 'busy'
  | 'full'
  | 'refused'
  | 'lost'
  | 'closed'
  | 'misused'
  | 'too-new'
  | 'unusable'
  | 'other';

/** What is kept could not be read or written; the message is one that staff can act on. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly kind: StorageTrouble;
  /** As `node:sqlite` names it, such as `ERR_SQLITE_ERROR`; absent for errors of our own. */
  readonly code: string | undefined;
  /** SQLite's extended result code (https://www.sqlite.org/rescode.html); absent for errors of our own. */
  readonly errcode: number | undefined;

  constructor(kind: StorageTrouble, message: string, { code, errcode }: { code?: string; errcode?: number } = {}) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.errcode = errcode;
  }
}

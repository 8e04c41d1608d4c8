/**
 * What went wrong, by what can be done about it: `busy`: another program holds the database; `full`: the disk is full;
 * `refused`: the rows violate a constraint; `lost`: the thread ended, so it is unknown whether the last statement took effect;
 * `closed`: used after closing; `misused`: a bug in this program; `too-new`: written by a later version; `unusable`: the file
 * is damaged or inaccessible.
 */
export type StorageErrorKind =
  | 'busy'
  | 'full'
  | 'refused'
  | 'lost'
  | 'closed'
  | 'misused'
  | 'too-new'
  | 'unusable'
  | 'other';

/** Stored data could not be read or written; the message tells staff what to do. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly kind: StorageErrorKind;
  /** As `node:sqlite` names it, such as `ERR_SQLITE_ERROR`; absent for errors of our own. */
  readonly code: string | undefined;
  /** SQLite's extended result code (https://www.sqlite.org/rescode.html); absent for errors of our own. */
  readonly errcode: number | undefined;

  constructor(kind: StorageErrorKind, message: string, { code, errcode }: { code?: string; errcode?: number } = {}) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.errcode = errcode;
  }
}

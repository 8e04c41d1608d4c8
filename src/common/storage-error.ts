import type { Bilingual } from './bilingual.ts';
import { ExplainedError } from './explained-error.ts';

/**
 * What went wrong. The kinds differ in what people can do about them.
 * - `busy`: another program has locked the database
 * - `full`: the disk is full
 * - `refused`: the rows violate a constraint
 * - `lost`: the database thread ended, so the last statement may or may not have taken effect
 * - `closed`: the database was used after it was closed
 * - `misused`: a bug in this program
 * - `too-new`: the file was written by a later version
 * - `unusable`: the file is damaged or inaccessible
 * - `other`: anything else
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

/** Stored data could not be read or written; the explanation tells staff what to do. */
export class StorageError extends ExplainedError {
  override readonly name = 'StorageError';
  readonly kind: StorageErrorKind;
  /** As `node:sqlite` names it, such as `ERR_SQLITE_ERROR`; absent for errors that this program raises itself. */
  readonly code: string | undefined;
  /**
   * SQLite's extended result code (https://www.sqlite.org/rescode.html); absent for errors that this program raises
   * itself.
   */
  readonly errcode: number | undefined;

  constructor(
    kind: StorageErrorKind,
    explanation: Bilingual | string,
    { code, errcode }: { code?: string; errcode?: number } = {},
  ) {
    super(explanation);
    this.kind = kind;
    this.code = code;
    this.errcode = errcode;
  }
}

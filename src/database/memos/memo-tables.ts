/** A value that persists between starts. */
interface MemoRow {
  readonly name: string;
  readonly text: string;
}

export interface MemoTables {
  readonly memos: MemoRow;
}

import type { Bindable } from './bindable.ts';
import type { ErrorParts } from './sqlite-errors.ts';

/** A request to the thread. `rollback` is not sent as a statement, because there may be nothing left to roll back. */
export type Work =
  | { readonly do: 'run'; readonly sql: string; readonly parameters: readonly Bindable[] }
  | { readonly do: 'rollback' }
  | { readonly do: 'close' };

/** A request with the id of its answer. */
export interface Question {
  readonly id: number;
  readonly work: Work;
}

/** The result of a statement: its rows if it returns rows, else the number of rows changed. */
export interface Outcome {
  readonly rows: readonly unknown[];
  readonly changes: number | bigint | null;
}

/** The answer to a request. */
export type Answer =
  | { readonly id: number; readonly outcome: Outcome }
  | { readonly id: number; readonly error: ErrorParts };

import type { Bindable } from './bindable.ts';
import type { ErrorParts } from './sqlite-errors.ts';

/** A request to the thread. `rollback` is not sent as a statement, because there may be nothing left to roll back. */
export type Work =
  | { readonly do: 'run'; readonly sql: string; readonly parameters: readonly Bindable[] }
  | { readonly do: 'rollback' }
  | { readonly do: 'close' };

/** A request with an id. The answer to the request has the same id. */
export interface Question {
  readonly id: number;
  readonly work: Work;
}

/** The result of a request. */
export interface Outcome {
  /** The rows that a statement returns; empty for every other request. */
  readonly rows: readonly unknown[];
  /** The number of rows that a statement has changed; null if a statement returns rows, and for every other request. */
  readonly changes: number | bigint | null;
}

/** The answer to a request. */
export type Answer =
  | { readonly id: number; readonly outcome: Outcome }
  | { readonly id: number; readonly error: ErrorParts };

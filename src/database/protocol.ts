import type { Bindable } from './bindable.ts';
import type { ErrorParts } from './sqlite-errors.ts';

/** What the thread is asked. `rollback` is no statement because there may be nothing left to roll back. */
export type Work =
  | { readonly do: 'run'; readonly sql: string; readonly parameters: readonly Bindable[] }
  | { readonly do: 'rollback' }
  | { readonly do: 'close' };

/** A question with the number under which it is answered. */
export interface Question {
  readonly id: number;
  readonly work: Work;
}

/** What a statement gave: rows for one that returns some, else how many it changed. */
export interface Outcome {
  readonly rows: readonly unknown[];
  readonly changes: number | bigint | null;
}

/** The answer to one question. */
export type Answer =
  | { readonly id: number; readonly outcome: Outcome }
  | { readonly id: number; readonly error: ErrorParts };

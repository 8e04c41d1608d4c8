import type { MomentText } from './moment-text.ts';

/** Who wrote a row, and when. */
export interface Signed {
  readonly account_id: string | null;
  readonly account_name: string;
  readonly at: MomentText;
}

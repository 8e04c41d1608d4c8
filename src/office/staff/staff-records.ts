import type { AccountStore } from './account.ts';
import type { AuditTrail } from './audit-entry.ts';
import type { SessionStore } from './session.ts';
import type { AttemptStore } from './sign-in-attempt.ts';
import type { LinkStore } from './sign-in-link.ts';

/** Everything that is stored about the staff. */
export interface StaffStores {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly links: LinkStore;
  readonly attempts: AttemptStore;
  readonly audit: AuditTrail;
}

/** The stores for single operations, and `transaction` for several operations together. */
export interface StaffRecords extends StaffStores {
  /**
   * Runs the work atomically and exclusively: no other transaction runs at the same time. The work may use only the
   * stores passed to it, and must not await anything slow.
   */
  transaction<Result>(work: (stores: StaffStores) => Promise<Result>): Promise<Result>;
}

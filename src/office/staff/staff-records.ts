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

/** The stores for single operations, and transactions over several. */
export interface StaffRecords extends StaffStores {
  /**
   * Runs the work atomically and exclusively: no other transaction runs meanwhile. Inside, only the stores passed in may be used,
   * and nothing slow may be awaited.
   */
  transaction<Result>(work: (stores: StaffStores) => Promise<Result>): Promise<Result>;
}

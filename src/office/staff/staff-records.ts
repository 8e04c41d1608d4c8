import type { AccountStore } from './account.ts';
import type { AuditTrail } from './audit-entry.ts';
import type { SessionStore } from './session.ts';
import type { AttemptStore } from './sign-in-attempt.ts';
import type { LinkStore } from './sign-in-link.ts';

/** Everything that is kept about the staff. */
export interface StaffStores {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly links: LinkStore;
  readonly attempts: AttemptStore;
  readonly audit: AuditTrail;
}

/** The stores for single steps, and a way to take several steps as one. */
export interface StaffRecords extends StaffStores {
  /**
   * All of the work or nothing, alone: no other transaction runs between its steps. Inside, only the stores that are handed in
   * may be used, and nothing slow may be waited for.
   */
  transaction<Result>(work: (stores: StaffStores) => Promise<Result>): Promise<Result>;
}

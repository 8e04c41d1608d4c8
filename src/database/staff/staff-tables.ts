import type { Generated } from 'kysely';
import type { Flag } from '../column-types.ts';
import type { MomentText } from '../moment-text.ts';

/** An account's row. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly display: string;
  readonly role: string;
  readonly password: string | null;
  readonly is_active: Flag;
  readonly created_at: MomentText;
}

/** A session's row. */
export interface SessionRow {
  readonly id: string;
  readonly account_id: string;
  readonly token_hash: string;
  readonly began_at: MomentText;
  readonly used_at: MomentText;
  readonly browser: string;
}

/** A sign-in link's row. */
export interface LinkRow {
  readonly token_hash: string;
  readonly account_id: string;
  readonly made_at: MomentText;
  readonly valid_until: MomentText;
  readonly used_at: MomentText | null;
}

/** A sign-in attempt's row. */
export interface AttemptRow {
  readonly id: string;
  readonly account_key: string;
  readonly address_key: string;
  readonly at: MomentText;
}

/** An audit entry's row; `about` is a JSON object. */
export interface AuditRow {
  readonly number: Generated<number>;
  readonly at: MomentText;
  readonly account_id: string | null;
  readonly account_name: string;
  readonly act: string;
  readonly about: string;
}

export interface StaffTables {
  readonly accounts: AccountRow;
  readonly sessions: SessionRow;
  readonly sign_in_links: LinkRow;
  readonly sign_in_attempts: AttemptRow;
  readonly audit: AuditRow;
}

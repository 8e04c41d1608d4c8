import type { Generated } from 'kysely';
import type { Flag } from '../column-types.ts';
import type { MomentText } from '../moment-text.ts';

/** An account's row. */
export interface AccountRow {
  readonly id: string;
  /** The name for signing in, normalised. */
  readonly name: string;
  /** The name shown on screens. */
  readonly display: string;
  readonly role: string;
  /** The hash of the password; null until a sign-in link has been used. */
  readonly password: string | null;
  readonly is_active: Flag;
  readonly created_at: MomentText;
}

/** A session's row. */
export interface SessionRow {
  readonly id: string;
  readonly account_id: string;
  /** SHA-256 of the secret in the cookie. */
  readonly token_hash: string;
  readonly began_at: MomentText;
  /** When the session was last used. This is updated at most once a minute. */
  readonly used_at: MomentText;
  /** The browser and the operating system, such as `Firefox Windows`. */
  readonly browser: string;
}

/** A sign-in link's row. */
export interface LinkRow {
  /** SHA-256 of the secret in the link. */
  readonly token_hash: string;
  readonly account_id: string;
  readonly made_at: MomentText;
  readonly valid_until: MomentText;
  /** When the link was used; null if it was not. */
  readonly used_at: MomentText | null;
}

/**
 * A sign-in attempt's row. Usually, the keys are keyed hashes of the typed name and of the address. For an attempt from
 * a known browser or in an open session, both keys are the keyed hash of the id of this browser or session.
 */
interface AttemptRow {
  readonly id: string;
  readonly account_key: string;
  readonly address_key: string;
  readonly at: MomentText;
}

/** An audit entry's row; `about` is a JSON object. */
interface AuditRow {
  readonly number: Generated<number>;
  readonly at: MomentText;
  readonly account_id: string | null;
  readonly account_name: string;
  readonly act: string;
  readonly about: string;
}

/** The table of the audit trail, in which every subject records what staff do. */
export interface AuditTables {
  readonly audit: AuditRow;
}

export interface StaffTables extends AuditTables {
  readonly accounts: AccountRow;
  readonly sessions: SessionRow;
  readonly sign_in_links: LinkRow;
  readonly sign_in_attempts: AttemptRow;
}

/** The audited acts that concern accounts and signing in. The audit also has other acts, such as `published`. */
export type AuditAct =
  | 'account-added'
  | 'account-switched-off'
  | 'account-switched-on'
  | 'display-changed'
  | 'link-made'
  | 'link-used'
  | 'others-signed-out'
  | 'password-changed'
  | 'password-refused'
  | 'role-changed'
  | 'session-revoked'
  | 'sign-in-refused'
  | 'signed-in'
  | 'signed-out';

/**
 * Details such as names, roles and counts. They never include a password, a secret, a network address or data of a
 * caller.
 */
export type AuditAbout = Readonly<Record<string, string | number | boolean | null>>;

/** A person or a program that did something. The name of a person is the user name at that time. */
export interface AuditedPerson {
  /** Null for programs, for native readers, who have no account, and for unknown persons who tried to sign in. */
  readonly accountId: string | null;
  /** Empty for an unknown person, because the name that was typed may be a password in the wrong field. */
  readonly accountName: string;
}

/** An entry that has not been written yet. */
export interface NewAuditEntry<Act extends string = AuditAct> {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly who: AuditedPerson;
  readonly act: Act;
  readonly about: AuditAbout;
}

/** A stored entry, possibly written by an earlier version with other acts. */
export interface AuditEntry extends NewAuditEntry<string> {
  /** Later entries have higher numbers. */
  readonly number: number;
}

/** Where entries are stored. Entries are only added, never changed or removed. */
export interface AuditTrail {
  add(entry: NewAuditEntry<string>): Promise<void>;
  /** Whether an identical entry, with the same time, is stored already. */
  has(entry: NewAuditEntry<string>): Promise<boolean>;
  /**
   * Entries, latest first.
   * @param before only entries with lower numbers are listed; null to begin with the latest entry
   */
  list(before: number | null, limit: number): Promise<AuditEntry[]>;
}

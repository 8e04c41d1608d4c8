/** What is written down. */
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

/** Small particulars: names, roles, counts. Never a password, a secret, an address, or anything a caller did. */
export type AuditAbout = Readonly<Record<string, string | number | boolean | null>>;

/** Who did it, as he was called at that time. */
export interface AuditedPerson {
  /** Null for the command line, and for somebody unknown who tried to sign in. */
  readonly accountId: string | null;
  /** Empty for somebody unknown: what was typed may be a password in the wrong field. */
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

/** An entry as it was written, perhaps by an earlier version that knew other acts. */
export interface AuditEntry extends NewAuditEntry<string> {
  /** Later entries have higher numbers. */
  readonly number: number;
}

/** Where it is written: entries are added, and neither changed nor removed. */
export interface AuditTrail {
  add(entry: NewAuditEntry<string>): Promise<void>;
  /** Whether this very entry, of this very moment, is written already. */
  has(entry: NewAuditEntry<string>): Promise<boolean>;
  /**
   * The latest first.
   * @param before only entries with lower numbers; null for the latest
   */
  list(before: number | null, limit: number): Promise<AuditEntry[]>;
}

/** A link that works once. Its holder can set the account's password. */
export interface SignInLink {
  /** SHA-256 of the secret in the link's URL; the secret itself is not stored. */
  readonly tokenHash: string;
  readonly accountId: string;
  /** When the link was made. This and the times below are milliseconds since the epoch. */
  readonly madeAt: number;
  readonly validUntil: number;
  readonly usedAt: number | null;
}

/** Where links are stored. */
export interface LinkStore {
  add(link: SignInLink): Promise<void>;
  findByHash(tokenHash: string): Promise<SignInLink | null>;
  /** @returns true for the first use, false afterwards */
  use(tokenHash: string, at: number): Promise<boolean>;
  /** Gives an account's unused links a validity of zero, so that they stay invalid even if the clock is set back. */
  endAllOf(accountId: string): Promise<void>;
  /**
   * Changes creation times in the future to now. They were recorded while the clock was ahead. Each link keeps its
   * duration of validity.
   */
  pullBack(now: number): Promise<void>;
  /** Deletes links whose validity ended before a given time. */
  removeOver(validBefore: number): Promise<void>;
}

/**
 * Whether a link has expired. A link made in the future counts as made now, because the clock was ahead when it was
 * made.
 */
export const isLinkOver = ({ madeAt, validUntil }: Pick<SignInLink, 'madeAt' | 'validUntil'>, now: number): boolean =>
  now >= Math.min(madeAt, now) + validUntil - madeAt;

/** Milliseconds for which a link is valid. */
export const linkLifetime = 24 * 60 * 60_000;

/** Milliseconds for which an ended link is still stored, so that people who open it can learn why it does not work. */
export const linkRetention = 30 * 24 * 60 * 60_000;

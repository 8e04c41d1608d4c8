/** A link that works once: its holder can set the account's password. */
export interface SignInLink {
  /** SHA-256 of the secret in the link's URL; the secret itself is not stored. */
  readonly tokenHash: string;
  readonly accountId: string;
  /** This and the times below are milliseconds since the epoch. */
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
  /** Gives an account's unused links a validity of zero, so that they stay invalid whatever the clock is set to. */
  endAllOf(accountId: string): Promise<void>;
  /** Changes creation times in the future to now, keeping the length of validity: the clock was ahead. */
  pullBack(now: number): Promise<void>;
  /** Deletes links whose validity ended before a time. */
  removeOver(validBefore: number): Promise<void>;
}

/** Whether a link has expired. One made in the future counts as made now. */
export const isLinkOver = ({ madeAt, validUntil }: SignInLink, now: number): boolean =>
  now >= Math.min(madeAt, now) + validUntil - madeAt;

/** Milliseconds for which a link is valid. */
export const linkLifetime = 24 * 60 * 60_000;

/** Milliseconds after its end for which a link is stored, so that using it can explain what happened to it. */
export const linkRetention = 30 * 24 * 60 * 60_000;

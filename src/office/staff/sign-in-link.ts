/** A way in that works once: whoever holds it sets the account's password. */
export interface SignInLink {
  /** SHA-256 of the secret in the link's address; the secret itself is kept nowhere. */
  readonly tokenHash: string;
  readonly accountId: string;
  /** Milliseconds since the epoch, as the others. */
  readonly madeAt: number;
  readonly validUntil: number;
  readonly usedAt: number | null;
}

/** Where links are kept. */
export interface LinkStore {
  add(link: SignInLink): Promise<void>;
  findByHash(tokenHash: string): Promise<SignInLink | null>;
  /** @returns true for the first who uses it, false for everybody after */
  use(tokenHash: string, at: number): Promise<boolean>;
  /** Makes an account's unused links valid for no time at all, whatever the clock is set to afterwards. */
  endAllOf(accountId: string): Promise<void>;
  /** Moves links made later than now to now, with as much time left as they had then: the clock was ahead. */
  pullBack(now: number): Promise<void>;
  /** Forgets those that were valid until before a moment. */
  removeOver(validBefore: number): Promise<void>;
}

/** Whether its time is over. One made later than now counts as made now. */
export const isLinkOver = ({ madeAt, validUntil }: SignInLink, now: number): boolean =>
  now >= Math.min(madeAt, now) + validUntil - madeAt;

/** Milliseconds within which a link must be used. */
export const linkLasts = 24 * 60 * 60_000;

/** Milliseconds after its end for which a link can still say what became of it. */
export const linkRemembered = 30 * 24 * 60 * 60_000;

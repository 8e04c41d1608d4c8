/** One browser in which somebody is signed in. */
export interface Session {
  readonly id: string;
  readonly accountId: string;
  /** SHA-256 of the secret in the browser's cookie; the secret itself is kept nowhere. */
  readonly tokenHash: string;
  /** Milliseconds since the epoch. */
  readonly beganAt: number;
  /** Milliseconds since the epoch; up to a minute behind. */
  readonly usedAt: number;
  /** In two words, such as `Firefox Windows`; never the whole description a browser sends. */
  readonly browser: string;
}

/** Where sessions are kept. */
export interface SessionStore {
  add(session: Session): Promise<void>;
  findByHash(tokenHash: string): Promise<Session | null>;
  /** The last used first. */
  listOf(accountId: string): Promise<Session[]>;
  /** Moves the last use on, never back. */
  touch(id: string, at: number): Promise<void>;
  /** @returns false when there is none */
  remove(id: string): Promise<boolean>;
  /**
   * Ends an account's sessions.
   * @param except the id of the one that stays
   * @returns how many ended
   */
  removeAllOf(accountId: string, except: string | null): Promise<number>;
  /** Moves what began, or was used, later than now to now: the clock was ahead. */
  pullBack(now: number): Promise<void>;
  /** Forgets those that began before one moment or were last used before another. */
  removeOver(beganBefore: number, usedBefore: number): Promise<void>;
}

/** Milliseconds that a session lasts, however much it is used. */
export const longestSession = 8 * 60 * 60_000;

/** Milliseconds that a session lasts without being used. */
export const longestIdle = 60 * 60_000;

/** Milliseconds within which a further use is not written down. */
export const touchEvery = 60_000;

/** Whether a session is no longer good. */
export const isOver = ({ beganAt, usedAt }: Session, now: number): boolean =>
  now - beganAt >= longestSession || now - usedAt >= longestIdle;

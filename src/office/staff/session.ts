/** One browser in which someone is signed in. */
export interface Session {
  readonly id: string;
  readonly accountId: string;
  /** SHA-256 of the secret in the browser's cookie; the secret itself is not stored. */
  readonly tokenHash: string;
  /** Milliseconds since the epoch. */
  readonly beganAt: number;
  /** Time of the last use, in milliseconds since the epoch; up to a minute behind. */
  readonly usedAt: number;
  /** The browser in two words, such as `Firefox Windows`; never the whole User-Agent header. */
  readonly browser: string;
}

/** Where sessions are stored. */
export interface SessionStore {
  add(session: Session): Promise<void>;
  findByHash(tokenHash: string): Promise<Session | null>;
  /** The sessions of an account, most recently used first. */
  listOf(accountId: string): Promise<Session[]>;
  /** Updates the time of the last use, but never to an earlier time. */
  touch(id: string, at: number): Promise<void>;
  /** @returns false if there is no such session */
  remove(id: string): Promise<boolean>;
  /**
   * Ends an account's sessions.
   * @param except id of a session to keep
   * @returns the number of sessions ended
   */
  removeAllOf(accountId: string, except: string | null): Promise<number>;
  /** Changes start times and use times in the future to now. They were recorded while the clock was ahead. */
  pullBack(now: number): Promise<void>;
  /** Deletes sessions that began before `beganBefore` or were last used before `usedBefore`. */
  removeOver(beganBefore: number, usedBefore: number): Promise<void>;
}

/** Maximum duration of a session in milliseconds, even if it is in use. */
export const sessionLifetime = 8 * 60 * 60_000;

/** Milliseconds without use after which a session ends. */
export const sessionIdleLimit = 60 * 60_000;

/** Minimum milliseconds between two recorded uses. */
export const touchEvery = 60_000;

/** Whether a session has ended. */
export const isOver = ({ beganAt, usedAt }: Session, now: number): boolean =>
  now - beganAt >= sessionLifetime || now - usedAt >= sessionIdleLimit;

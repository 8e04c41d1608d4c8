/**
 * An attempt to enter a password. An attempt is deleted when one with the same `accountKey` succeeds, or when it no
 * longer counts. The typed name and the address are stored only as keyed hashes. In an attempt from a known browser or
 * in an open session, both keys are instead the same keyed hash of the id of that browser or session.
 */
export interface SignInAttempt {
  readonly id: string;
  readonly accountKey: string;
  readonly addressKey: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Where attempts are stored. */
export interface AttemptStore {
  add(attempt: SignInAttempt): Promise<void>;
  /** Times of attempts for an account after a given time, earliest first. */
  timesOfAccount(accountKey: string, after: number): Promise<number[]>;
  /** Times of attempts from an address after a given time, earliest first. */
  timesOfAddress(addressKey: string, after: number): Promise<number[]>;
  /** Times of attempts for an account from an address after a given time, earliest first. */
  timesOfPair(accountKey: string, addressKey: string, after: number): Promise<number[]>;
  clearAccount(accountKey: string): Promise<void>;
  /**
   * Changes times in the future to now. They were recorded while the clock was ahead, and must not make anyone wait
   * longer.
   */
  pullBack(now: number): Promise<void>;
  /** Deletes attempts up to and including a given time. */
  removeUntil(at: number): Promise<void>;
}

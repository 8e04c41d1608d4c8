/** One try to sign in that has not succeeded, or not yet. Who and where from are keyed hashes, kept no longer than they count. */
export interface SignInAttempt {
  readonly id: string;
  readonly accountKey: string;
  readonly addressKey: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Where attempts are kept. */
export interface AttemptStore {
  add(attempt: SignInAttempt): Promise<void>;
  /** When it was tried for an account after a moment, the earliest first. */
  timesOfAccount(accountKey: string, after: number): Promise<number[]>;
  /** When it was tried from an address after a moment, the earliest first. */
  timesOfAddress(addressKey: string, after: number): Promise<number[]>;
  /** When it was tried for an account from an address after a moment, the earliest first. */
  timesOfPair(accountKey: string, addressKey: string, after: number): Promise<number[]>;
  clearAccount(accountKey: string): Promise<void>;
  /** Moves attempts later than now to now: the clock was ahead, and nobody waits for it to come there again. */
  pullBack(now: number): Promise<void>;
  /** Forgets those until a moment, and of that moment. */
  removeUntil(at: number): Promise<void>;
}

import type { DraftStores } from '../../drafts/draft-records.ts';
import type { Approval, Listening, NewApproval, NewListening } from './approval.ts';

/** What was decided about texts. Entries are added, and neither changed nor removed. */
export interface ApprovalStore {
  /** Those with higher numbers, the earliest first. */
  since(number: number): Promise<Approval[]>;
  add(approval: NewApproval): Promise<void>;
}

/** Who has listened to what. Entries are added, and neither changed nor removed. */
export interface ListeningStore {
  /** @returns the number of the listening */
  begin(listening: NewListening): Promise<number>;
  find(number: number): Promise<Listening | null>;
  /**
   * Somebody has heard all of it.
   * @param seconds that passed since it began
   * @param at milliseconds since the epoch
   */
  end(listening: Listening, seconds: number, at: number): Promise<void>;
  /** Which of these hashes an account has heard to the end. */
  heardBy(accountId: string, hashes: readonly string[]): Promise<ReadonlySet<string>>;
}

/** What approving works with; the draft is in it because its authors are. */
export interface ApprovalStores extends DraftStores {
  readonly approvals: ApprovalStore;
  readonly listenings: ListeningStore;
}

/** The stores for single steps, and a way to take several steps as one. */
export interface ApprovalRecords extends ApprovalStores {
  transaction<Result>(work: (stores: ApprovalStores) => Promise<Result>): Promise<Result>;
}

import type { TextRef } from '../../../call/step.ts';
import { textRefKey } from '../../drafts/draft-text.ts';
import type { Verdict } from '../../drafts/text-state.ts';
import type { SoundStore } from '../edition-records.ts';
import type { Approval, ApprovalRecords, HashedText } from './approval-records.ts';

/** All decisions about texts, except approvals that are no longer valid. */
export interface Verdicts {
  /** The latest decision about exactly these words and sounds; null if there is none. */
  find(text: HashedText): Approval | null;
  /** The verdict of the latest decision about these words and sounds; null if there is none. */
  of(ref: TextRef, hash: string | null): Verdict | null;
  /** Every approval of a text, even with other words; the latest first. */
  approvals(ref: TextRef): readonly Approval[];
}

/** Reads verdicts: all of them the first time, and only new ones after that. */
export interface VerdictBook {
  read(): Promise<Verdicts>;
  /** Reads all verdicts again, and compares every stored sound with the approved one again. */
  reread(): Promise<Verdicts>;
}

/** An approval is valid only as long as the stored sounds are exactly the bytes that were listened to. */
async function validOnes(approvals: readonly Approval[], sounds: SoundStore): Promise<Approval[]> {
  const keys = [...new Set(approvals.flatMap((approval) => approval.sounds.map(({ key }) => key)))];
  const kept = new Map((await sounds.entries(keys)).map(({ key, sha256 }) => [key, sha256]));
  return approvals.filter((approval) => approval.sounds.every(({ key, sha256 }) => kept.get(key) === sha256));
}

export function createVerdictBook(records: Pick<ApprovalRecords, 'approvals'>, sounds: SoundStore): VerdictBook {
  let byText = new Map<string, Approval[]>();
  let last = 0;

  const verdicts = (known: ReadonlyMap<string, readonly Approval[]>): Verdicts => {
    const find = ({ hash, ...ref }: HashedText) =>
      known.get(textRefKey(ref))?.findLast((approval) => approval.hash === hash) ?? null;
    return {
      find,
      of: (ref, hash) => (hash === null ? null : (find({ ...ref, hash })?.verdict ?? null)),
      approvals: (ref) =>
        (known.get(textRefKey(ref)) ?? []).filter(({ verdict }) => verdict === 'approved').toReversed(),
    };
  };

  const readSince = async (number: number) => {
    const fresh = await records.approvals.since(number);
    return { valid: await validOnes(fresh, sounds), newest: fresh.at(-1)?.number ?? number };
  };

  const add = (valid: readonly Approval[], newest: number): void => {
    // Concurrent reads may return the same entries, which must not be added twice.
    for (const approval of valid.filter(({ number }) => number > last)) {
      const name = textRefKey(approval);
      byText.set(name, [...(byText.get(name) ?? []), approval]);
    }
    last = Math.max(last, newest);
  };

  return {
    async read() {
      const { valid, newest } = await readSince(last);
      add(valid, newest);
      return verdicts(byText);
    },
    async reread() {
      const { valid, newest } = await readSince(0);
      byText = new Map();
      last = 0;
      add(valid, newest);
      return verdicts(byText);
    },
  };
}

import type { Verdict } from '../../drafts/text-state.ts';
import type { SoundStore } from '../edition-records.ts';
import type { TextPlace } from '../speak-text.ts';
import type { Approval, HashedText } from './approval.ts';
import type { ApprovalRecords } from './approval-records.ts';
import { nameOfPlace } from './text-hashes.ts';

/** Everything that was decided about texts, as far as it counts. */
export interface Verdicts {
  /** What was decided last about these very words and sounds; null when nothing was. */
  find(text: HashedText): Approval | null;
  /** The same in one word. */
  of(place: TextPlace, hash: string | null): Verdict | null;
  /** Every approval of a text, whatever its words were then; the latest first. */
  approvals(place: TextPlace): readonly Approval[];
}

/** Reads verdicts: the first time all of them, then only what has come since. */
export interface VerdictBook {
  read(): Promise<Verdicts>;
  /** Reads everything anew and compares every sound once more. */
  reread(): Promise<Verdicts>;
}

/** An approval counts only as long as the very bytes that were listened to are those that are kept. */
async function countingOnes(approvals: readonly Approval[], sounds: SoundStore): Promise<Approval[]> {
  const keys = [...new Set(approvals.flatMap((approval) => approval.sounds.map(({ key }) => key)))];
  const kept = new Map((await sounds.entries(keys)).map(({ key, sha256 }) => [key, sha256]));
  return approvals.filter((approval) => approval.sounds.every(({ key, sha256 }) => kept.get(key) === sha256));
}

/** @param records what is kept of them */
export function createVerdictBook(records: Pick<ApprovalRecords, 'approvals'>, sounds: SoundStore): VerdictBook {
  let byPlace = new Map<string, Approval[]>();
  let last = 0;

  const verdicts = (known: ReadonlyMap<string, readonly Approval[]>): Verdicts => {
    const find = ({ hash, ...place }: HashedText) =>
      known.get(nameOfPlace(place))?.findLast((approval) => approval.hash === hash) ?? null;
    return {
      find,
      of: (place, hash) => (hash === null ? null : (find({ ...place, hash })?.verdict ?? null)),
      approvals: (place) =>
        (known.get(nameOfPlace(place)) ?? []).filter(({ verdict }) => verdict === 'approved').toReversed(),
    };
  };

  const readSince = async (number: number) => {
    const fresh = await records.approvals.since(number);
    return { counting: await countingOnes(fresh, sounds), newest: fresh.at(-1)?.number ?? number };
  };

  const add = (counting: readonly Approval[], newest: number): void => {
    // Two may have read at the same time; what is known already is not added twice.
    for (const approval of counting.filter(({ number }) => number > last)) {
      const name = nameOfPlace(approval);
      byPlace.set(name, [...(byPlace.get(name) ?? []), approval]);
    }
    last = Math.max(last, newest);
  };

  return {
    async read() {
      const { counting, newest } = await readSince(last);
      add(counting, newest);
      return verdicts(byPlace);
    },
    async reread() {
      const { counting, newest } = await readSince(0);
      byPlace = new Map();
      last = 0;
      add(counting, newest);
      return verdicts(byPlace);
    },
  };
}

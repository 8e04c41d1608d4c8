import { setImmediate } from 'node:timers/promises';
import type { Edition } from '../editions/edition.ts';
import { decodePath } from './path-code.ts';
import type { RehearsedCallStore } from './rehearsal-records.ts';
import { rehearse } from './rehearse.ts';
import { type ExpectedTurn, expectationOf, type RehearsedCall } from './rehearsed-call.ts';

/** Where a call goes another way than it should. */
export interface CallFailure {
  readonly number: number;
  readonly title: string;
  /** The first turn that differs, 1 for the greeting. */
  readonly turn: number;
  /** Null where the call should have been over. */
  readonly expected: ExpectedTurn | null;
  /** Null where it was over, or had no words to go on. */
  readonly heard: ExpectedTurn | null;
}

/** What became of all of them. */
export interface CallsRun {
  readonly passed: number;
  readonly failures: readonly CallFailure[];
}

/** Makes every kept call once more on an edition, as it was made the first time. */
export async function runRehearsedCalls(edition: Edition, calls: readonly RehearsedCall[]): Promise<CallsRun> {
  const failures: CallFailure[] = [];
  for (const call of calls) {
    const failure = runOne(edition, call);
    if (failure) failures.push(failure);
    // Telephone calls get their turn between two of these.
    await setImmediate();
  }
  return { passed: calls.length - failures.length, failures };
}

/** What a call is now: how it would be written down today. */
export const heardNow = (edition: Edition, { situation, path }: Pick<RehearsedCall, 'situation' | 'path'>) =>
  rehearse(edition, situation, decodePath(path) ?? []).turns.map(expectationOf);

function runOne(edition: Edition, call: RehearsedCall): CallFailure | null {
  const { number, title, expected } = call;
  const heard = heardNow(edition, call);
  const length = Math.max(expected.length, heard.length);
  for (let turn = 0; turn < length; turn += 1) {
    const [one = null, other = null] = [expected[turn], heard[turn]];
    if (!isSame(one, other)) return { number, title, turn: turn + 1, expected: one, heard: other };
  }
  return null;
}

const isSame = (one: ExpectedTurn | null, other: ExpectedTurn | null): boolean =>
  one !== null &&
  other !== null &&
  one.screen === other.screen &&
  one.language === other.language &&
  one.ending === other.ending &&
  one.said.join('\n') === other.said.join('\n');

/** Makes all calls that are kept and not put aside. @returns those that go another way than they should */
export const checkCalls =
  (calls: Pick<RehearsedCallStore, 'newest'>) =>
  async (edition: Edition): Promise<readonly CallFailure[]> => {
    const kept = (await calls.newest()).filter(({ isArchived }) => !isArchived);
    return (await runRehearsedCalls(edition, kept)).failures;
  };

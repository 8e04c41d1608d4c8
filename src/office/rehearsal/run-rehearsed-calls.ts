import { setImmediate } from 'node:timers/promises';
import type { OfficeEdition } from '../editions/edition.ts';
import { decodePath } from './path-code.ts';
import type { RehearsedCallStore } from './rehearsal-records.ts';
import { rehearse } from './rehearse.ts';
import { type ExpectedTurn, expectationOf, type RehearsedCall } from './rehearsed-call.ts';

/** Where the course of a test call differs from what is expected. */
export interface CallFailure {
  readonly number: number;
  readonly title: string;
  /** The first turn that differs, 1 for the greeting. */
  readonly turn: number;
  /** Null if the call should have ended before this turn. */
  readonly expected: ExpectedTurn | null;
  /** Null if the call had ended, or could not continue because words are missing. */
  readonly heard: ExpectedTurn | null;
}

/** The result of running several calls. */
export interface CallsRun {
  readonly passed: number;
  readonly failures: readonly CallFailure[];
}

/** Runs test calls on an edition. Each call has the inputs and the situation with which it was saved. */
export async function runRehearsedCalls(edition: OfficeEdition, calls: readonly RehearsedCall[]): Promise<CallsRun> {
  const failures: CallFailure[] = [];
  for (const call of calls) {
    const failure = runOne(edition, call);
    if (failure) failures.push(failure);
    // Yields to the event loop, so that other requests are answered in between.
    await setImmediate();
  }
  return { passed: calls.length - failures.length, failures };
}

/** The course that a call takes on an edition now, in the form in which test calls store it. */
export const heardNow = (edition: OfficeEdition, { situation, path }: Pick<RehearsedCall, 'situation' | 'path'>) =>
  rehearse(edition, situation, decodePath(path) ?? []).turns.map(expectationOf);

function runOne(edition: OfficeEdition, call: RehearsedCall): CallFailure | null {
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

/** Runs all test calls that are not archived. @returns those whose course differs from what is expected */
export const checkCalls =
  (calls: Pick<RehearsedCallStore, 'newest'>) =>
  async (edition: OfficeEdition): Promise<readonly CallFailure[]> => {
    const kept = (await calls.newest()).filter(({ isArchived }) => !isArchived);
    return (await runRehearsedCalls(edition, kept)).failures;
  };
